package io.boto4j.local.iam;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Virtual MFA devices, and those that users have enabled. */
final class MfaDevices {
  private final IamState state;

  MfaDevices(IamState state) {
    this.state = state;
  }

  void register(OperationTable table) {
    table.write("CreateVirtualMFADevice", this::create);
    table.read("ListVirtualMFADevices", this::listVirtual);
    table.write("DeleteVirtualMFADevice", this::delete);
    table.write("EnableMFADevice", this::enable);
    table.write("DeactivateMFADevice", this::deactivate);
    table.write("ResyncMFADevice", this::resync);
    table.read("ListMFADevices", this::list);
    table.read("GetMFADevice", this::get);
    Tags.register(table, "MFADevice", "SerialNumber", state.mfaDevices);
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String path = IamState.path(input);
    if (path.length() > 512) {
      throw IamErrors.validation(
          "1 validation error detected: Value \"{}\" at \"path\" failed to satisfy constraint: "
              + "Member must have length less than or equal to 512");
    }
    if (!path.matches("/([A-Za-z0-9.,+@=_-]+/)*")) {
      throw IamErrors.validation(
          "The specified value for path is invalid. It must begin and end with / and contain only"
              + " alphanumeric characters and/or / characters.");
    }
    List<Map<String, String>> tags = Tags.checked(input);
    String name = String.valueOf(input.text("VirtualMFADeviceName"));
    String serial = state.arn("mfa", path, name);
    if (state.mfaDevices.has(serial)) {
      throw IamErrors.alreadyExists("MFADevice entity at the same path and name already exists.");
    }
    String seed = state.newText("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 64);
    state.mfaDevices.put(
        serial, Params.of("SerialNumber", serial, "Virtual", true, "Seed", seed, "Tags", tags));
    Params device =
        Params.of(
            "SerialNumber",
            serial,
            "Base32StringSeed",
            seed.getBytes(StandardCharsets.US_ASCII),
            "QRCodePNG",
            Png.of(seed),
            "Tags",
            tags.isEmpty() ? null : tags);
    return Params.of("VirtualMFADevice", device);
  }

  /** The markers of this list are numbers. */
  private Map<String, ?> listVirtual(EngineCall call) {
    Structure input = call.input();
    String status = input.text("AssignmentStatus");
    List<Structure> devices =
        state.mfaDevices.all(
            device ->
                Boolean.TRUE.equals(device.bool("Virtual"))
                    && (status == null
                        || status.equals("Any")
                        || status.equals("Assigned") == (device.text("UserName") != null)));
    return Pages.numbered(input, "VirtualMFADevices", devices.stream().map(this::view).toList());
  }

  private Params view(Structure device) {
    Structure user = state.users.find(device.text("UserName"));
    return Params.of(
        "SerialNumber", device.text("SerialNumber"),
        "User", user == null ? null : Users.view(user),
        "EnableDate", device.instant("EnableDate"));
  }

  private Map<String, ?> delete(EngineCall call) {
    String serial = String.valueOf(call.input().text("SerialNumber"));
    Structure device = state.mfaDevices.get(serial);
    if (device.text("UserName") != null) {
      throw IamErrors.conflict("MFA VirtualDevice in use. Must deactivate first.");
    }
    state.mfaDevices.remove(serial);
    return Map.of();
  }

  private Map<String, ?> enable(EngineCall call) {
    String name = state.userName(call);
    state.users.get(name);
    String serial = String.valueOf(call.input().text("SerialNumber"));
    Structure device = state.mfaDevices.find(serial);
    if (device != null && device.text("UserName") != null) {
      throw IamErrors.alreadyExists("Device " + serial + " already exists");
    }
    Map<String, Object> enabled = new LinkedHashMap<>();
    if (device != null) {
      enabled.putAll(device);
    }
    enabled.put("SerialNumber", serial);
    enabled.put("UserName", name);
    enabled.put("EnableDate", state.now());
    state.mfaDevices.put(serial, enabled);
    return Map.of();
  }

  private Structure enabled(EngineCall call, @Nullable String user) {
    String serial = String.valueOf(call.input().text("SerialNumber"));
    Structure device = state.mfaDevices.find(serial);
    if (device == null || (user != null && !user.equals(device.text("UserName")))) {
      throw IamErrors.noSuchEntity("Device " + serial + " not found");
    }
    return device;
  }

  private Map<String, ?> deactivate(EngineCall call) {
    Structure device = enabled(call, state.userName(call));
    String serial = String.valueOf(device.text("SerialNumber"));
    if (Boolean.TRUE.equals(device.bool("Virtual"))) {
      Map<String, Object> left = new LinkedHashMap<>(device);
      left.remove("UserName");
      left.remove("EnableDate");
      state.mfaDevices.put(serial, left);
    } else {
      state.mfaDevices.remove(serial);
    }
    return Map.of();
  }

  private Map<String, ?> resync(EngineCall call) {
    enabled(call, String.valueOf(call.input().text("UserName")));
    return Map.of();
  }

  private Map<String, ?> list(EngineCall call) {
    String name = state.userName(call);
    state.users.get(name);
    return Pages.of(
        call.input(),
        "MFADevices",
        of(name),
        device -> device.text("SerialNumber"),
        device ->
            Params.of(
                "UserName", name,
                "SerialNumber", device.text("SerialNumber"),
                "EnableDate", device.instant("EnableDate")));
  }

  List<Structure> of(String user) {
    return state.mfaDevices.all(device -> user.equals(device.text("UserName")));
  }

  private Map<String, ?> get(EngineCall call) {
    Structure device = enabled(call, call.input().text("UserName"));
    return Params.of(
        "UserName", device.text("UserName"),
        "SerialNumber", device.text("SerialNumber"),
        "EnableDate", device.instant("EnableDate"));
  }
}
