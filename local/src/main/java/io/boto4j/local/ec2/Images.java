package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A few public images, of the same names in every region, with ids of their own. */
final class Images {
  private static final String AMAZON = "137112412989";
  private static final Filters FILTERS =
      new Filters()
          .on("architecture", "Architecture")
          .on("block-device-mapping.volume-type", "BlockDeviceMappings[].Ebs.VolumeType")
          .on("creation-date", "CreationDate")
          .on("description", "Description")
          .on("ena-support", "EnaSupport")
          .on("hypervisor", "Hypervisor")
          .on("image-id", "ImageId")
          .on("image-type", "ImageType")
          .on("is-public", "Public")
          .on("name", "Name")
          .on("owner-alias", "ImageOwnerAlias")
          .on("owner-id", "OwnerId")
          .on("platform", "Platform")
          .on("root-device-name", "RootDeviceName")
          .on("root-device-type", "RootDeviceType")
          .on("state", "State")
          .on("virtualization-type", "VirtualizationType");

  private final Ec2State state;
  private final Map<String, Structure> images = new LinkedHashMap<>();

  Images(Ec2State state) {
    this.state = state;
    add(
        "ami-0b0c0a0410ca1023a",
        "al2023-ami-2023.6.20250107.0-kernel-6.1-x86_64",
        "Amazon Linux 2023 AMI 2023.6.20250107.0 x86_64 HVM kernel-6.1",
        "x86_64",
        "/dev/xvda",
        8,
        AMAZON);
    add(
        "ami-0b0c0a0410ca1023b",
        "al2023-ami-2023.6.20250107.0-kernel-6.1-arm64",
        "Amazon Linux 2023 AMI 2023.6.20250107.0 arm64 HVM kernel-6.1",
        "arm64",
        "/dev/xvda",
        8,
        AMAZON);
    add(
        "ami-0b0c0a0410ca10220",
        "amzn2-ami-hvm-2.0.20250108.0-x86_64-gp2",
        "Amazon Linux 2 AMI 2.0.20250108.0 x86_64 HVM gp2",
        "x86_64",
        "/dev/xvda",
        8,
        AMAZON);
    add(
        "ami-0b0c0a0410ca12022",
        "Windows_Server-2022-English-Full-Base-2025.01.15",
        "Microsoft Windows Server 2022 Full Locale English AMI provided by Amazon",
        "x86_64",
        "/dev/sda1",
        30,
        "801119661308");
    add(
        "ami-0b0c0a0410ca12404",
        "ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-20250115",
        "Canonical, Ubuntu, 24.04, amd64 noble image",
        "x86_64",
        "/dev/sda1",
        8,
        "099720109477");
    add(
        "ami-0b0c0a0410ca10012",
        "debian-12-amd64-20250115-1993",
        "Debian 12 (20250115-1993)",
        "x86_64",
        "/dev/xvda",
        8,
        "136693071363");
  }

  /** The id of an image in this region. */
  private String here(String id) {
    String region = state.context.region();
    return region.equals("us-east-1")
        ? id
        : "ami-0" + HexFormat.of().toHexDigits(region.hashCode()) + id.substring(id.length() - 8);
  }

  private void add(
      String idInVirginia,
      String name,
      String description,
      String architecture,
      String device,
      int size,
      String owner) {
    String id = here(idInVirginia);
    boolean windows = name.startsWith("Windows");
    Params image =
        Params.of(
            "ImageId",
            id,
            "ImageLocation",
            "amazon/" + name,
            "ImageType",
            "machine",
            "Public",
            true,
            "OwnerId",
            owner,
            "ImageOwnerAlias",
            "amazon",
            "PlatformDetails",
            windows ? "Windows" : "Linux/UNIX",
            "UsageOperation",
            windows ? "RunInstances:0002" : "RunInstances",
            "Platform",
            windows ? "windows" : null,
            "State",
            "available",
            "BlockDeviceMappings",
            List.of(
                Params.of(
                    "DeviceName",
                    device,
                    "Ebs",
                    Params.of(
                        "DeleteOnTermination",
                        true,
                        "SnapshotId",
                        id.replace("ami-", "snap-"),
                        "VolumeSize",
                        size,
                        "VolumeType",
                        name.endsWith("gp2") ? "gp2" : "gp3",
                        "Encrypted",
                        false))),
            "Description",
            description,
            "EnaSupport",
            true,
            "Hypervisor",
            "xen",
            "Name",
            name,
            "RootDeviceName",
            device,
            "RootDeviceType",
            "ebs",
            "SriovNetSupport",
            "simple",
            "VirtualizationType",
            "hvm",
            "BootMode",
            architecture.equals("arm64") ? "uefi" : "uefi-preferred",
            "Architecture",
            architecture,
            "CreationDate",
            "2025-01-16T00:00:00.000Z");
    images.put(id, Structures.of(image));
  }

  void register() {
    state.table.read("DescribeImages", this::describe);
  }

  Structure require(String id) {
    Kind.IMAGE.check(id);
    Structure image = images.get(id);
    if (image == null) {
      throw Kind.IMAGE.notFound(List.of(id));
    }
    return image;
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    List<Structure> found = new ArrayList<>();
    List<String> ids = input.texts("ImageIds");
    List<String> owners = input.texts("Owners");
    for (Structure image : ids.isEmpty() ? List.copyOf(images.values()) : require(ids)) {
      String owner = image.text("OwnerId");
      boolean isOwn = state.context.account().equals(owner);
      boolean wanted =
          owners.isEmpty()
              || owners.stream()
                  .anyMatch(
                      each ->
                          each.equals(owner)
                              || each.equals(image.text("ImageOwnerAlias"))
                              || (each.equals("self") && isOwn));
      if (wanted) {
        found.add(
            Structures.of(
                Params.copyOf(image)
                    .withAll(state.tags.member(String.valueOf(image.text("ImageId"))))));
      }
    }
    return Pages.of(input, "Images", FILTERS.apply(input, found));
  }

  private List<Structure> require(List<String> ids) {
    return ids.stream().map(this::require).toList();
  }
}
