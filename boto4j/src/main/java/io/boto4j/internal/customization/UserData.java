package io.boto4j.internal.customization;

import io.boto4j.internal.protocol.InputValues;
import java.util.Base64;
import java.util.Map;

/** User data of instances: users pass the script itself, the service expects Base64. */
final class UserData {
  private static final String MEMBER = "UserData";

  private UserData() {}

  static Map<String, ?> encode(Map<String, ?> input) {
    Object value = input.get(MEMBER);
    if (value == null || !InputValues.isBytes(value)) {
      return input;
    }
    InputChanges changed = new InputChanges(input);
    changed.put(MEMBER, Base64.getEncoder().encodeToString(InputValues.bytes(value)));
    return changed.map();
  }
}
