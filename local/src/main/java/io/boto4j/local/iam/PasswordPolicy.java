package io.boto4j.local.iam;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The password policy of the account. */
final class PasswordPolicy {
  static final String KEY = "password-policy";

  private static final List<String> FLAGS =
      List.of(
          "AllowUsersToChangePassword",
          "RequireSymbols",
          "RequireNumbers",
          "RequireUppercaseCharacters",
          "RequireLowercaseCharacters",
          "HardExpiry");

  private final IamState state;

  PasswordPolicy(IamState state) {
    this.state = state;
  }

  void register(OperationTable table) {
    table.write("UpdateAccountPasswordPolicy", this::update);
    table.read("GetAccountPasswordPolicy", this::get);
    table.write("DeleteAccountPasswordPolicy", this::delete);
  }

  /** Refuses with all problems together. */
  static void report(List<String> problems) {
    if (!problems.isEmpty()) {
      throw IamErrors.validation(
          problems.size()
              + " validation error"
              + (problems.size() == 1 ? "" : "s")
              + " detected: "
              + String.join("; ", problems));
    }
  }

  private static void limit(@Nullable Integer value, String name, int max, List<String> problems) {
    if (value != null && value > max) {
      problems.add(
          "Value \""
              + value
              + "\" at \""
              + name
              + "\" failed to satisfy constraint: Member must have value less than or equal to "
              + max);
    }
  }

  private Map<String, ?> update(EngineCall call) {
    Structure input = call.input();
    Integer length = input.integer("MinimumPasswordLength");
    Integer age = input.integer("MaxPasswordAge");
    Integer reuse = input.integer("PasswordReusePrevention");
    List<String> problems = new ArrayList<>();
    limit(length, "minimumPasswordLength", 128, problems);
    limit(reuse, "passwordReusePrevention", 24, problems);
    limit(age, "maxPasswordAge", 1095, problems);
    report(problems);
    Params policy =
        Params.of(
            "MinimumPasswordLength",
            length == null ? 6 : length,
            "MaxPasswordAge",
            age,
            "PasswordReusePrevention",
            reuse,
            "ExpirePasswords",
            age != null && age > 0);
    for (String flag : FLAGS) {
      policy = policy.with(flag, Boolean.TRUE.equals(input.bool(flag)));
    }
    state.settings.put(KEY, policy);
    return Map.of();
  }

  private Map<String, ?> get(EngineCall call) {
    Structure policy = state.settings.find(KEY);
    if (policy == null) {
      throw IamErrors.noSuchEntity(
          "The Password Policy with domain name " + state.context.account() + " cannot be found.");
    }
    return Params.of("PasswordPolicy", policy);
  }

  private Map<String, ?> delete(EngineCall call) {
    if (state.settings.find(KEY) == null) {
      throw IamErrors.noSuchEntity("The account policy with name PasswordPolicy cannot be found.");
    }
    state.settings.remove(KEY);
    return Map.of();
  }
}
