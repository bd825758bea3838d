package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The attributes of instances. */
final class InstanceAttributes {
  private static final Set<String> NEEDS_STOPPED =
      Set.of("InstanceType", "UserData", "EbsOptimized", "EnaSupport");

  private final Ec2State state;
  private final Instances instances;

  InstanceAttributes(Ec2State state, Instances instances) {
    this.state = state;
    this.instances = instances;
  }

  void register() {
    state.table.read("DescribeInstanceAttribute", this::describe);
    state.table.write("ModifyInstanceAttribute", this::modify);
    state.table.write("ModifyInstanceMetadataOptions", this::modifyMetadata);
  }

  private static Params value(@Nullable Object value) {
    return Params.of("Value", value);
  }

  private static Params flag(@Nullable Boolean value) {
    return value(Boolean.TRUE.equals(value));
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure instance = instances.require(call.input().text("InstanceId"));
    String name = String.valueOf(call.input().text("Attribute"));
    Params found = Params.of("InstanceId", Resources.id(instance));
    return switch (name) {
      case "instanceType" -> found.with("InstanceType", value(instance.text("InstanceType")));
      case "userData" -> found.with("UserData", value(instance.text("_userData")));
      case "disableApiTermination" ->
          found.with("DisableApiTermination", flag(instance.bool("_disableApiTermination")));
      case "disableApiStop" -> found.with("DisableApiStop", flag(instance.bool("_disableApiStop")));
      case "instanceInitiatedShutdownBehavior" ->
          found.with(
              "InstanceInitiatedShutdownBehavior",
              value(Objects.requireNonNullElse(instance.text("_shutdownBehavior"), "stop")));
      case "rootDeviceName" -> found.with("RootDeviceName", value(instance.text("RootDeviceName")));
      case "blockDeviceMapping" ->
          found.with("BlockDeviceMappings", instance.structures("BlockDeviceMappings"));
      case "productCodes" -> found.with("ProductCodes", List.of());
      case "sourceDestCheck" ->
          found.with("SourceDestCheck", flag(instance.bool("SourceDestCheck")));
      case "groupSet" -> found.with("Groups", instance.structures("SecurityGroups"));
      case "ebsOptimized" -> found.with("EbsOptimized", flag(instance.bool("EbsOptimized")));
      case "enaSupport" -> found.with("EnaSupport", flag(instance.bool("EnaSupport")));
      case "enclaveOptions" ->
          found.with("EnclaveOptions", Params.copyOf(instance.map("EnclaveOptions")));
      case "sriovNetSupport" -> found.with("SriovNetSupport", value("simple"));
      case "kernel" -> found.with("KernelId", Params.of());
      case "ramdisk" -> found.with("RamdiskId", Params.of());
      default ->
          throw Ec2Errors.invalidValue(
              "Value (" + name + ") for parameter attribute is invalid. Unknown attribute.");
    };
  }

  private Map<String, ?> modify(EngineCall call) {
    Structure input = call.input();
    Structure instance = instances.require(input.text("InstanceId"));
    Map<String, Object> changes = new LinkedHashMap<>();
    String attribute = input.text("Attribute");
    if (attribute != null) {
      single(attribute, String.valueOf(input.text("Value")), changes);
    }
    put(changes, "InstanceType", input.text("InstanceType", "Value"));
    byte[] userData = input.bytes("UserData", "Value");
    if (userData != null) {
      changes.put("UserData", Base64.getEncoder().encodeToString(userData));
    }
    put(changes, "DisableApiTermination", input.bool("DisableApiTermination", "Value"));
    put(changes, "DisableApiStop", input.bool("DisableApiStop", "Value"));
    put(changes, "ShutdownBehavior", input.text("InstanceInitiatedShutdownBehavior", "Value"));
    put(changes, "SourceDestCheck", input.bool("SourceDestCheck", "Value"));
    put(changes, "EbsOptimized", input.bool("EbsOptimized", "Value"));
    put(changes, "EnaSupport", input.bool("EnaSupport", "Value"));
    if (!input.texts("Groups").isEmpty()) {
      changes.put("SecurityGroups", securityGroups(input.texts("Groups")));
    }
    if (!input.structures("BlockDeviceMappings").isEmpty()) {
      changes.put(
          "BlockDeviceMappings", devices(instance, input.structures("BlockDeviceMappings")));
    }
    check(instance, changes);
    Map<String, Object> members = new LinkedHashMap<>();
    changes.forEach((name, value) -> members.put(member(name), value));
    instances.edit(instance, members);
    return Map.of();
  }

  /** The member of the document that holds an attribute. */
  private static String member(String attribute) {
    return switch (attribute) {
      case "UserData", "DisableApiTermination", "DisableApiStop", "ShutdownBehavior" ->
          "_" + Character.toLowerCase(attribute.charAt(0)) + attribute.substring(1);
      default -> attribute;
    };
  }

  private static void put(Map<String, Object> changes, String name, @Nullable Object value) {
    if (value != null) {
      changes.put(name, value);
    }
  }

  private static void single(String attribute, String value, Map<String, Object> changes) {
    switch (attribute) {
      case "instanceType" -> changes.put("InstanceType", value);
      case "userData" -> changes.put("UserData", value);
      case "disableApiTermination" -> changes.put("DisableApiTermination", Boolean.valueOf(value));
      case "disableApiStop" -> changes.put("DisableApiStop", Boolean.valueOf(value));
      case "instanceInitiatedShutdownBehavior" -> changes.put("ShutdownBehavior", value);
      case "sourceDestCheck" -> changes.put("SourceDestCheck", Boolean.valueOf(value));
      case "ebsOptimized" -> changes.put("EbsOptimized", Boolean.valueOf(value));
      case "enaSupport" -> changes.put("EnaSupport", Boolean.valueOf(value));
      default ->
          throw Ec2Errors.invalidValue(
              "Value (" + attribute + ") for parameter attribute is invalid. Unknown attribute.");
    }
  }

  private static void check(Structure instance, Map<String, Object> changes) {
    if (changes.isEmpty()) {
      throw Ec2Errors.combination("No attributes specified.");
    }
    boolean stopped = InstanceStates.name(instance).equals(InstanceStates.STOPPED);
    if (!stopped && changes.keySet().stream().anyMatch(NEEDS_STOPPED::contains)) {
      throw Ec2Errors.state(
          "The instance '" + Resources.id(instance) + "' is not in the 'stopped' state.");
    }
    if (changes.get("InstanceType") instanceof String type) {
      InstanceTypes.check(type);
    }
  }

  private List<Params> securityGroups(List<String> ids) {
    List<Params> chosen = new ArrayList<>();
    for (Structure group : state.of(Kind.SECURITY_GROUP).require(ids)) {
      chosen.add(Params.of("GroupId", Resources.id(group), "GroupName", group.text("GroupName")));
    }
    return chosen;
  }

  private static List<Params> devices(Structure instance, List<Structure> changes) {
    List<Params> devices = new ArrayList<>();
    for (Structure device : instance.structures("BlockDeviceMappings")) {
      Params ebs = Params.copyOf(device.map("Ebs"));
      for (Structure change : changes) {
        Boolean deleted = change.bool("Ebs", "DeleteOnTermination");
        if (Objects.equals(change.text("DeviceName"), device.text("DeviceName"))
            && deleted != null) {
          ebs = ebs.with("DeleteOnTermination", deleted);
        }
      }
      devices.add(Params.of("DeviceName", device.text("DeviceName"), "Ebs", ebs));
    }
    return devices;
  }

  private Map<String, ?> modifyMetadata(EngineCall call) {
    Structure input = call.input();
    Structure instance = instances.require(input.text("InstanceId"));
    Params options = Params.copyOf(instance.map("MetadataOptions"));
    for (String name :
        List.of(
            "HttpTokens",
            "HttpPutResponseHopLimit",
            "HttpEndpoint",
            "HttpProtocolIpv6",
            "InstanceMetadataTags")) {
      Object value = input.get(name);
      options = value == null ? options : options.with(name, value);
    }
    instances.edit(instance, Map.of("MetadataOptions", options));
    return Params.of(
        "InstanceId", Resources.id(instance),
        "InstanceMetadataOptions", options.with("State", "pending"));
  }
}
