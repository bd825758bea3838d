package io.boto4j.local.rds;

import io.boto4j.Structures;
import io.boto4j.local.engine.EngineException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keys of KMS that inputs name. */
final class Keys {
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:kms:([a-z0-9-]+):(\\d{12}):.+");

  private Keys() {}

  /** Returns the ARN of a key that exists, or null if none is named. Not within a change. */
  static @Nullable String checked(RdsState state, @Nullable String key) {
    if (key == null || key.isEmpty() || state.context.engine("kms") == null) {
      return key;
    }
    Matcher arn = ARN.matcher(key);
    try {
      Map<String, ?> described =
          (arn.matches()
                  ? state.context.world(String.valueOf(arn.group(2)), String.valueOf(arn.group(1)))
                  : state.context)
              .call("kms", "DescribeKey", Map.of("KeyId", key));
      String found = Structures.of(described).text("KeyMetadata", "Arn");
      return found == null ? key : found;
    } catch (EngineException e) {
      throw RdsErrors.fault(
          "KMSKeyNotAccessibleFault",
          "Specified KMS key ["
              + key
              + "] does not exist, is not enabled or you do not have permissions to access it.");
    }
  }
}
