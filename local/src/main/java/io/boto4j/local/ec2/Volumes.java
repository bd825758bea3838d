package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Volumes, and their attachments to instances. */
final class Volumes {
  private static final Filters FILTERS =
      new Filters()
          .on("attachment.attach-time", "Attachments[].AttachTime")
          .on("attachment.delete-on-termination", "Attachments[].DeleteOnTermination")
          .on("attachment.device", "Attachments[].Device")
          .on("attachment.instance-id", "Attachments[].InstanceId")
          .on("attachment.status", "Attachments[].State")
          .on("availability-zone", "AvailabilityZone")
          .on("create-time", "CreateTime")
          .on("encrypted", "Encrypted")
          .on("size", "Size")
          .on("snapshot-id", "SnapshotId")
          .on("status", "State")
          .on("volume-id", "VolumeId")
          .on("volume-type", "VolumeType");

  private final Ec2State state;
  private final Instances instances;

  Volumes(Ec2State state, Instances instances) {
    this.state = state;
    this.instances = instances;
  }

  void register() {
    state.table.read(
        "DescribeVolumes",
        call -> state.describe(call, Kind.VOLUME, "VolumeIds", "Volumes", FILTERS));
    state.table.write("CreateVolume", this::create);
    state.table.write("DeleteVolume", this::delete);
    state.table.write("AttachVolume", this::attach);
    state.table.write("DetachVolume", this::detach);
    state.table.write("ModifyVolume", this::modify);
  }

  /** The volume of a request, as it is stored. */
  private static Params volume(Ec2State state, Structure given, String id, String zone, int size) {
    String type = Objects.requireNonNullElse(given.text("VolumeType"), "gp2");
    Integer iops = given.integer("Iops");
    boolean isGp3 = type.equals("gp3");
    if (iops == null && (isGp3 || type.equals("gp2"))) {
      iops = isGp3 ? 3000 : Math.min(16000, Math.max(100, 3 * size));
    }
    return Params.of(
        "VolumeId",
        id,
        "Size",
        size,
        "SnapshotId",
        Objects.requireNonNullElse(given.text("SnapshotId"), ""),
        "AvailabilityZone",
        zone,
        "State",
        "available",
        "CreateTime",
        state.now(),
        "VolumeType",
        type,
        "Iops",
        iops,
        "Throughput",
        isGp3 ? Objects.requireNonNullElse(given.integer("Throughput"), 125) : null,
        "Encrypted",
        Boolean.TRUE.equals(given.bool("Encrypted")),
        "KmsKeyId",
        given.text("KmsKeyId"),
        "MultiAttachEnabled",
        Boolean.TRUE.equals(given.bool("MultiAttachEnabled")),
        "Attachments",
        List.of());
  }

  /** Creates the volumes of a new instance: those of the image, as the request changes them. */
  static List<Params> launch(
      Ec2State state, Structure input, Structure image, String instance, String zone) {
    Map<String, Structure> devices = new LinkedHashMap<>();
    Map<String, Structure> base = new LinkedHashMap<>();
    for (Structure device : image.structures("BlockDeviceMappings")) {
      base.put(String.valueOf(device.text("DeviceName")), device);
    }
    devices.putAll(base);
    for (Structure device : input.structures("BlockDeviceMappings")) {
      String name = String.valueOf(device.text("DeviceName"));
      if (device.text("NoDevice") != null) {
        devices.remove(name);
      } else if (device.text("VirtualName") == null) {
        devices.put(name, device);
      }
    }
    Map<String, String> tags = Tags.given(input, Kind.VOLUME);
    List<Params> mappings = new ArrayList<>();
    devices.forEach(
        (name, device) -> {
          Structure known = base.get(name);
          Params given = known == null ? Params.of() : Params.copyOf(known.map("Ebs"));
          Structure ebs = Structures.of(given.withAll(device.map("Ebs")));
          int size = Objects.requireNonNullElse(ebs.integer("VolumeSize"), 8);
          boolean deleted = !Boolean.FALSE.equals(ebs.bool("DeleteOnTermination"));
          String id = state.newId(Kind.VOLUME);
          state.add(
              Kind.VOLUME,
              id,
              volume(state, ebs, id, zone, size)
                  .with("State", "in-use")
                  .with("Attachments", List.of(attachment(state, id, instance, name, deleted))));
          state.tags.put(id, tags);
          mappings.add(mapping(state, id, name, deleted));
        });
    return mappings;
  }

  private static Params attachment(
      Ec2State state, String volume, String instance, String device, boolean deleted) {
    return Params.of(
        "AttachTime", state.now(),
        "Device", device,
        "InstanceId", instance,
        "State", "attached",
        "VolumeId", volume,
        "DeleteOnTermination", deleted);
  }

  private static Params mapping(Ec2State state, String volume, String device, boolean deleted) {
    return Params.of(
        "DeviceName",
        device,
        "Ebs",
        Params.of(
            "AttachTime",
            state.now(),
            "DeleteOnTermination",
            deleted,
            "Status",
            "attached",
            "VolumeId",
            volume));
  }

  /** Deletes or detaches the volumes of an instance that ends. */
  static void release(Ec2State state, Structure instance) {
    for (Structure device : instance.structures("BlockDeviceMappings")) {
      String id = String.valueOf(device.text("Ebs", "VolumeId"));
      if (state.of(Kind.VOLUME).find(id) == null) {
        continue;
      }
      if (Boolean.TRUE.equals(device.bool("Ebs", "DeleteOnTermination"))) {
        state.remove(Kind.VOLUME, id);
      } else {
        state.of(Kind.VOLUME).edit(id, Map.of("State", "available", "Attachments", List.of()));
      }
    }
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String zone = input.text("AvailabilityZone");
    Integer size = input.integer("Size");
    if (zone == null) {
      throw Ec2Errors.missing("zone");
    }
    if (Zones.of(state.context.region()).stream().noneMatch(each -> each.name().equals(zone))) {
      throw Ec2Errors.of("InvalidZone.NotFound", "The zone '" + zone + "' does not exist.");
    }
    if (input.text("SnapshotId") != null) {
      Structure snapshot = state.of(Kind.SNAPSHOT).require(input.text("SnapshotId"));
      Integer least = snapshot.integer("VolumeSize");
      size = size == null ? least : size;
      if (size != null && least != null && size < least) {
        throw Ec2Errors.invalidValue(
            "The volume size is invalid for the snapshot: " + size + " is less than " + least);
      }
    }
    if (size == null) {
      throw Ec2Errors.missing("size/snapshot");
    }
    boolean encrypted = Boolean.TRUE.equals(input.bool("Encrypted"));
    if (input.text("KmsKeyId") != null && !encrypted) {
      throw Ec2Errors.of(
          "InvalidParameterDependency",
          "The parameter KmsKeyId requires the parameter Encrypted to be set.");
    }
    Map<String, String> tags = Tags.only(input, Kind.VOLUME);
    String id = state.newId(Kind.VOLUME);
    Structure origin = state.of(Kind.SNAPSHOT).find(input.text("SnapshotId"));
    boolean inherited = origin != null && Boolean.TRUE.equals(origin.bool("Encrypted"));
    Params members = volume(state, input, id, zone, size).with("Encrypted", encrypted || inherited);
    Structure volume = state.add(Kind.VOLUME, id, members);
    state.tags.put(id, tags);
    return state.view(volume).with("State", "creating").without("Attachments");
  }

  private Structure require(EngineCall call) {
    return state.of(Kind.VOLUME).require(call.input().text("VolumeId"));
  }

  private static EngineException inUse(Structure volume, String problem) {
    return Ec2Errors.of("VolumeInUse", "Volume " + Resources.id(volume) + " is " + problem);
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure volume = require(call);
    for (Structure attachment : volume.structures("Attachments")) {
      throw inUse(volume, "currently attached to " + attachment.text("InstanceId"));
    }
    state.remove(Kind.VOLUME, Resources.id(volume));
    return Map.of();
  }

  private Map<String, ?> attach(EngineCall call) {
    Structure volume = require(call);
    Structure instance = instances.require(call.input().text("InstanceId"));
    String device = String.valueOf(call.input().text("Device"));
    String id = Resources.id(volume);
    if (!volume.structures("Attachments").isEmpty()) {
      throw Ec2Errors.of("VolumeInUse", id + " is already attached to an instance");
    }
    if (!Objects.equals(
        volume.text("AvailabilityZone"), instance.text("Placement", "AvailabilityZone"))) {
      throw Ec2Errors.of(
          "InvalidVolume.ZoneMismatch",
          "The volume '"
              + id
              + "' is not in the same availability zone as instance '"
              + Resources.id(instance)
              + "'");
    }
    if (InstanceStates.isGone(instance)) {
      throw Ec2Errors.state("Instance '" + Resources.id(instance) + "' is not 'running'.");
    }
    List<Object> devices = new ArrayList<>(instance.structures("BlockDeviceMappings"));
    for (Structure each : instance.structures("BlockDeviceMappings")) {
      if (device.equals(each.text("DeviceName"))) {
        throw Ec2Errors.invalidValue(
            "Invalid value '"
                + device
                + "' for unixDevice. Attachment point "
                + device
                + " is already in use");
      }
    }
    devices.add(mapping(state, id, device, false));
    Params attachment = attachment(state, id, Resources.id(instance), device, false);
    state.of(Kind.VOLUME).edit(id, Map.of("State", "in-use", "Attachments", List.of(attachment)));
    instances.edit(instance, Map.of("BlockDeviceMappings", devices));
    return attachment.with("State", "attaching");
  }

  private Map<String, ?> detach(EngineCall call) {
    Structure volume = require(call);
    String id = Resources.id(volume);
    String wanted = call.input().text("InstanceId");
    List<Structure> attachments = volume.structures("Attachments");
    if (attachments.isEmpty()) {
      throw state("available", id);
    }
    Structure attachment = attachments.get(0);
    String owner = String.valueOf(attachment.text("InstanceId"));
    if (wanted != null && !wanted.equals(owner)) {
      throw Ec2Errors.of(
          "InvalidAttachment.NotFound",
          "The volume '" + id + "' is not attached to instance '" + wanted + "'.");
    }
    Structure instance = instances.require(owner);
    boolean isRoot = Objects.equals(instance.text("RootDeviceName"), attachment.text("Device"));
    if (isRoot && !InstanceStates.name(instance).equals(InstanceStates.STOPPED)) {
      throw Ec2Errors.of(
          "OperationNotPermitted",
          "Unable to detach root volume '" + id + "' from instance '" + owner + "'");
    }
    state.of(Kind.VOLUME).edit(id, Map.of("State", "available", "Attachments", List.of()));
    instances.edit(
        instance,
        Map.of(
            "BlockDeviceMappings",
            instance.structures("BlockDeviceMappings").stream()
                .filter(each -> !id.equals(each.text("Ebs", "VolumeId")))
                .toList()));
    return Params.copyOf(attachment).with("State", "detaching");
  }

  private Map<String, ?> modify(EngineCall call) {
    Structure volume = require(call);
    Structure input = call.input();
    Params modification =
        Params.of(
            "VolumeId", Resources.id(volume),
            "ModificationState", "completed",
            "Progress", 100L,
            "StartTime", state.now(),
            "EndTime", state.now());
    for (String member : List.of("Size", "Iops", "Throughput", "VolumeType")) {
      Object wanted = input.get(member);
      modification =
          modification
              .with("Original" + member, volume.get(member))
              .with("Target" + member, wanted == null ? volume.get(member) : wanted);
      if (wanted != null) {
        state.of(Kind.VOLUME).edit(Resources.id(volume), member, wanted);
      }
    }
    return Params.of("VolumeModification", modification);
  }

  private static EngineException state(String name, String volume) {
    return Ec2Errors.of(
        "IncorrectState", "Volume '" + volume + "' is in the '" + name + "' state.");
  }
}
