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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The operation RunInstances. */
final class InstanceLaunch {
  private static final int MOST = 1000;
  private static final Set<String> TAGGED = Set.of("instance", "volume", "network-interface");

  private final Ec2State state;
  private final Instances instances;
  private final SecurityGroups groups;
  private final Images images;

  InstanceLaunch(Ec2State state, Instances instances, SecurityGroups groups, Images images) {
    this.state = state;
    this.instances = instances;
    this.groups = groups;
    this.images = images;
  }

  void register() {
    // The instance profile is asked for before the change, because it is another engine's.
    state.table.read("RunInstances", this::run);
  }

  /** What all instances of a launch have in common. */
  private record Plan(
      Structure input,
      Structure image,
      String type,
      Structure subnet,
      List<Params> groups,
      boolean isPublic,
      @Nullable String privateAddress,
      @Nullable Params profile) {}

  private Map<String, ?> run(EngineCall call) {
    Structure input = call.input();
    for (String member : List.of("LaunchTemplate", "InstanceMarketOptions")) {
      if (input.structure(member) != null) {
        throw Ec2Errors.of(
            "UnsupportedOperation", "boto4j-local does not emulate " + member + " of RunInstances");
      }
    }
    int count = count(input);
    Params profile = profile(input.structure("IamInstanceProfile"));
    return state.table.change(
        () -> {
          String token = input.text("ClientToken");
          Params before = token == null ? null : earlier(token);
          return before == null ? launch(plan(input, profile), count) : before;
        });
  }

  private static int count(Structure input) {
    int min = Objects.requireNonNullElse(input.integer("MinCount"), 1);
    int max = Objects.requireNonNullElse(input.integer("MaxCount"), min);
    if (min < 1 || max < 1) {
      throw Ec2Errors.invalidValue(
          "Value ("
              + Math.min(min, max)
              + ") for parameter "
              + (min < 1 ? "minCount" : "maxCount")
              + " is invalid. Minimum value should be at least 1.");
    }
    if (max < min) {
      throw Ec2Errors.combination(
          "The value of minCount, "
              + min
              + ", must not be greater than that of maxCount, "
              + max
              + ".");
    }
    if (min > MOST) {
      throw Ec2Errors.of(
          "InstanceLimitExceeded",
          "You have requested more instances ("
              + min
              + ") than your current instance limit of "
              + MOST
              + " allows.");
    }
    return Math.min(max, MOST);
  }

  /** The answer to the same request before. */
  private @Nullable Params earlier(String token) {
    List<Structure> found =
        state.of(Kind.INSTANCE).all(each -> token.equals(each.text("ClientToken")));
    if (found.isEmpty()) {
      return null;
    }
    List<Params> views = new ArrayList<>();
    found.forEach(each -> views.add(instances.view(instances.states.settled(each))));
    return instances.reservation(String.valueOf(found.get(0).text("_reservation")), views);
  }

  private @Nullable Params profile(@Nullable Structure given) {
    if (given == null) {
      return null;
    }
    String arn = given.text("Arn");
    String name = given.text("Name");
    String wanted = arn == null ? String.valueOf(name) : arn.substring(arn.lastIndexOf('/') + 1);
    try {
      Structure found =
          Structures.of(
              state.context.call(
                  "iam", "GetInstanceProfile", Map.of("InstanceProfileName", wanted)));
      return Params.of(
          "Arn", found.text("InstanceProfile", "Arn"),
          "Id", found.text("InstanceProfile", "InstanceProfileId"));
    } catch (EngineException e) {
      String parameter = arn == null ? "name" : "arn";
      throw Ec2Errors.invalidValue(
          "Value ("
              + (arn == null ? name : arn)
              + ") for parameter iamInstanceProfile."
              + parameter
              + " is invalid. Invalid IAM Instance Profile "
              + (arn == null ? "name" : "ARN"));
    }
  }

  private Plan plan(Structure input, @Nullable Params profile) {
    for (Structure specification : input.structures("TagSpecifications")) {
      String type = specification.text("ResourceType");
      if (type == null) {
        throw Ec2Errors.invalidValue("Tag specification resource type must have a value");
      }
      if (!TAGGED.contains(type)) {
        throw Ec2Errors.invalidValue(
            "'" + type + "' is not a valid taggable resource type for this operation.");
      }
    }
    Tags.given(input, Kind.INSTANCE);
    Tags.given(input, Kind.VOLUME);
    String imageId = input.text("ImageId");
    if (imageId == null) {
      throw Ec2Errors.missing("ImageId");
    }
    Structure image = images.require(imageId);
    String type = Objects.requireNonNullElse(input.text("InstanceType"), "m1.small");
    InstanceTypes.check(type);
    checkArchitecture(type, String.valueOf(image.text("Architecture")));
    if (input.text("KeyName") != null) {
      KeyPairs.require(state, String.valueOf(input.text("KeyName")));
    }
    List<Structure> interfaces = input.structures("NetworkInterfaces");
    if (interfaces.size() > 1
        || interfaces.stream().anyMatch(each -> each.text("NetworkInterfaceId") != null)) {
      throw Ec2Errors.of(
          "UnsupportedOperation", "boto4j-local gives each instance one new network interface");
    }
    if (!interfaces.isEmpty() && input.text("SubnetId") != null) {
      throw Ec2Errors.combination(
          "Network interfaces and an instance-level subnet ID may not be specified on the same"
              + " request");
    }
    if (!interfaces.isEmpty()
        && !(input.texts("SecurityGroupIds").isEmpty()
            && input.texts("SecurityGroups").isEmpty())) {
      throw Ec2Errors.combination(
          "Network interfaces and an instance-level security groups may not be specified on the"
              + " same request");
    }
    Structure network = interfaces.isEmpty() ? input : interfaces.get(0);
    Structure subnet = subnet(input, network.text("SubnetId"));
    Boolean wanted = network == input ? null : network.bool("AssociatePublicIpAddress");
    boolean isPublic =
        wanted == null ? Boolean.TRUE.equals(subnet.bool("MapPublicIpOnLaunch")) : wanted;
    List<String> ids = network.texts(network == input ? "SecurityGroupIds" : "Groups");
    return new Plan(
        input,
        image,
        type,
        subnet,
        securityGroups(input, ids, String.valueOf(subnet.text("VpcId"))),
        isPublic,
        network.text("PrivateIpAddress"),
        profile);
  }

  private static void checkArchitecture(String type, String image) {
    String own = InstanceTypes.architecture(type);
    if (!own.equals(image)) {
      throw Ec2Errors.invalidValue(
          "The architecture '"
              + own
              + "' of the specified instance type does not match the architecture '"
              + image
              + "' of the specified AMI. Specify an instance type and an AMI that have matching"
              + " architectures, and try again. You can use 'describe-instance-types' or"
              + " 'describe-images' to discover the architecture of the instance type or AMI.");
    }
  }

  private Structure subnet(Structure input, @Nullable String id) {
    if (id != null) {
      return state.of(Kind.SUBNET).require(id);
    }
    String zone = input.text("Placement", "AvailabilityZone");
    Structure vpc = Networks.defaultVpc(state);
    if (vpc == null) {
      throw Ec2Errors.of(
          "VPCIdNotSpecified",
          "No default VPC for this user. GroupName is only supported for EC2-Classic and default"
              + " VPC.");
    }
    boolean known =
        zone == null
            || Zones.of(state.context.region()).stream().anyMatch(each -> each.name().equals(zone));
    if (!known) {
      throw Ec2Errors.invalidValue("Invalid availability zone: [" + zone + "]");
    }
    for (Structure subnet : state.of(Kind.SUBNET).all()) {
      if (Boolean.TRUE.equals(subnet.bool("DefaultForAz"))
          && (zone == null || zone.equals(subnet.text("AvailabilityZone")))) {
        return subnet;
      }
    }
    throw Ec2Errors.of(
        "MissingInput",
        "No subnets found for the default VPC '"
            + Resources.id(vpc)
            + "'. Please specify a subnet.");
  }

  private List<Params> securityGroups(Structure input, List<String> ids, String vpc) {
    List<Structure> chosen = new ArrayList<>(state.of(Kind.SECURITY_GROUP).require(ids));
    input.texts("SecurityGroups").forEach(name -> chosen.add(groups.byName(name)));
    if (chosen.isEmpty()) {
      chosen.addAll(
          state
              .of(Kind.SECURITY_GROUP)
              .all(
                  each ->
                      vpc.equals(each.text("VpcId")) && "default".equals(each.text("GroupName"))));
    }
    List<Params> views = new ArrayList<>();
    for (Structure group : chosen) {
      if (!vpc.equals(group.text("VpcId"))) {
        throw Ec2Errors.of(
            "InvalidParameter",
            "Security group " + Resources.id(group) + " and subnet belong to different networks.");
      }
      views.add(Params.of("GroupId", Resources.id(group), "GroupName", group.text("GroupName")));
    }
    return views;
  }

  private Params launch(Plan plan, int count) {
    instances.sweep();
    if (plan.privateAddress != null && count > 1) {
      throw Ec2Errors.combination(
          "Can only specify a single private IP address for a single instance");
    }
    String reservation = state.newId("r-");
    List<Params> views = new ArrayList<>();
    // Every address is chosen before the first change, which is not taken back.
    List<String> addresses = addresses(plan, count);
    for (int i = 0; i < count; i++) {
      views.add(add(plan, reservation, i, addresses.get(i)));
    }
    return instances.reservation(reservation, views);
  }

  private List<String> addresses(Plan plan, int count) {
    List<String> addresses = new ArrayList<>();
    int attempts = 0;
    while (addresses.size() < count) {
      String address = Subnets.address(state, plan.subnet, plan.privateAddress);
      if (!addresses.contains(address)) {
        addresses.add(address);
      } else if (attempts++ > 100 * MOST) {
        throw Ec2Errors.of(
            "InsufficientFreeAddressesInSubnet",
            "There are not enough free addresses in subnet '"
                + Resources.id(plan.subnet)
                + "' to satisfy the requested number of instances.");
      }
    }
    return addresses;
  }

  private Params add(Plan plan, String reservation, int index, String address) {
    Structure input = plan.input;
    Structure image = plan.image;
    String id = state.newId(Kind.INSTANCE);
    String zone = String.valueOf(plan.subnet.text("AvailabilityZone"));
    List<Params> devices = Volumes.launch(state, input, image, id, zone);
    String open = plan.isPublic ? Addresses.newAddress(state) : null;
    Map<String, Object> members = new LinkedHashMap<>();
    members.putAll(
        Params.of(
            "InstanceId",
            id,
            "AmiLaunchIndex",
            index,
            "ImageId",
            image.text("ImageId"),
            "InstanceType",
            plan.type,
            "KeyName",
            input.text("KeyName"),
            "LaunchTime",
            state.now(),
            "Monitoring",
            Params.of(
                "State",
                Boolean.TRUE.equals(input.bool("Monitoring", "Enabled")) ? "enabled" : "disabled"),
            "Placement",
            Params.of(
                "AvailabilityZone", zone,
                "GroupName", Objects.requireNonNullElse(input.text("Placement", "GroupName"), ""),
                "Tenancy",
                    Objects.requireNonNullElse(input.text("Placement", "Tenancy"), "default")),
            "Platform",
            image.text("Platform"),
            "PrivateDnsName",
            InstanceView.privateName(state, address),
            "PrivateIpAddress",
            address,
            "ProductCodes",
            List.of(),
            "PublicDnsName",
            open == null ? "" : InstanceView.publicName(state, open),
            "PublicIpAddress",
            open,
            "SubnetId",
            Resources.id(plan.subnet),
            "VpcId",
            plan.subnet.text("VpcId"),
            "Architecture",
            image.text("Architecture"),
            "BlockDeviceMappings",
            devices,
            "ClientToken",
            Objects.requireNonNullElse(input.text("ClientToken"), UUID.randomUUID().toString()),
            "EbsOptimized",
            Boolean.TRUE.equals(input.bool("EbsOptimized")),
            "EnaSupport",
            true,
            "Hypervisor",
            "xen",
            "IamInstanceProfile",
            plan.profile,
            "RootDeviceName",
            image.text("RootDeviceName"),
            "RootDeviceType",
            "ebs",
            "SecurityGroups",
            plan.groups,
            "SourceDestCheck",
            true,
            "VirtualizationType",
            "hvm"));
    members.putAll(settings(input, image));
    members.putAll(
        Params.of(
            "_reservation", reservation,
            "_launched", state.now(),
            "_public", plan.isPublic,
            "_attachment", state.newId("eni-attach-"),
            "_interface", state.newId("eni-"),
            "_mac", mac(),
            "_userData", input.text("UserData"),
            "_disableApiTermination", input.bool("DisableApiTermination"),
            "_disableApiStop", input.bool("DisableApiStop"),
            "_shutdownBehavior", input.text("InstanceInitiatedShutdownBehavior")));
    instances
        .states
        .begin(InstanceStates.PENDING, InstanceStates.RUNNING)
        .forEach(
            (name, value) -> {
              if (value != null) {
                members.put(name, value);
              }
            });
    Structure instance = state.add(Kind.INSTANCE, id, members);
    state.tags.put(id, Tags.given(input, Kind.INSTANCE));
    return instances.view(instance);
  }

  private static Params settings(Structure input, Structure image) {
    Structure metadata = input.map("MetadataOptions");
    return Params.of(
        "CapacityReservationSpecification", Params.of("CapacityReservationPreference", "open"),
        "HibernationOptions",
            Params.of(
                "Configured", Boolean.TRUE.equals(input.bool("HibernationOptions", "Configured"))),
        "MetadataOptions",
            Params.of(
                "State", "applied",
                "HttpTokens", Objects.requireNonNullElse(metadata.text("HttpTokens"), "optional"),
                "HttpPutResponseHopLimit",
                    Objects.requireNonNullElse(metadata.integer("HttpPutResponseHopLimit"), 1),
                "HttpEndpoint",
                    Objects.requireNonNullElse(metadata.text("HttpEndpoint"), "enabled"),
                "HttpProtocolIpv6",
                    Objects.requireNonNullElse(metadata.text("HttpProtocolIpv6"), "disabled"),
                "InstanceMetadataTags",
                    Objects.requireNonNullElse(metadata.text("InstanceMetadataTags"), "disabled")),
        "EnclaveOptions",
            Params.of("Enabled", Boolean.TRUE.equals(input.bool("EnclaveOptions", "Enabled"))),
        "PlatformDetails", image.text("PlatformDetails"),
        "UsageOperation", image.text("UsageOperation"),
        "MaintenanceOptions", Params.of("AutoRecovery", "default"));
  }

  private String mac() {
    StringBuilder mac = new StringBuilder("02");
    for (int i = 0; i < 5; i++) {
      int part = state.context.random().nextInt(256);
      mac.append(':')
          .append(Character.forDigit(part >> 4, 16))
          .append(Character.forDigit(part & 15, 16));
    }
    return mac.toString();
  }
}
