package io.boto4j.local.secretsmanager;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Random passwords. */
final class RandomPasswords {
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomPasswords() {}

  static Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    Long given = input.longInteger("PasswordLength");
    long length = given == null ? 32 : given;
    if (length > 4096) {
      throw new EngineException(
          "ValidationException",
          "1 validation error detected: Value '"
              + length
              + "' at 'passwordLength' failed to satisfy constraint: Member must have value less"
              + " than or equal to 4096");
    }
    String excluded = input.text("ExcludeCharacters");
    List<String> kinds = new ArrayList<>();
    add(kinds, input, "ExcludeLowercase", "abcdefghijklmnopqrstuvwxyz", excluded);
    add(kinds, input, "ExcludeUppercase", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", excluded);
    add(kinds, input, "ExcludeNumbers", "0123456789", excluded);
    add(kinds, input, "ExcludePunctuation", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", excluded);
    if (Boolean.TRUE.equals(input.bool("IncludeSpace"))) {
      kinds.add(" ");
    }
    if (kinds.isEmpty()) {
      throw SecretErrors.parameter("The password must contain at least one type of character.");
    }
    boolean each = !Boolean.FALSE.equals(input.bool("RequireEachIncludedType"));
    if (length < 4 || (each && length < kinds.size())) {
      throw SecretErrors.parameter("Password length is too short based on the required types.");
    }
    List<Character> password = new ArrayList<>();
    if (each) {
      kinds.forEach(kind -> password.add(pick(kind)));
    }
    String all = String.join("", kinds);
    while (password.size() < length) {
      password.add(pick(all));
    }
    Collections.shuffle(password, RANDOM);
    StringBuilder text = new StringBuilder();
    password.forEach(text::append);
    return Params.of("RandomPassword", text.toString());
  }

  private static char pick(String characters) {
    return characters.charAt(RANDOM.nextInt(characters.length()));
  }

  private static void add(
      List<String> kinds,
      Structure input,
      String member,
      String characters,
      @org.jspecify.annotations.Nullable String excluded) {
    if (!Boolean.TRUE.equals(input.bool(member))) {
      StringBuilder left = new StringBuilder();
      for (int i = 0; i < characters.length(); i++) {
        char c = characters.charAt(i);
        if (excluded == null || excluded.indexOf(c) < 0) {
          left.append(c);
        }
      }
      if (left.length() > 0) {
        kinds.add(left.toString());
      }
    }
  }
}
