package io.boto4j.local.secretsmanager;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rotation through a Lambda function, on request and by the clock. The four steps run before
 * RotateSecret returns, unlike in AWS.
 */
final class SecretRotation {
  private static final List<String> STEPS =
      List.of("createSecret", "setSecret", "testSecret", "finishSecret");
  private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (hour|day)s?\\)");

  private final Secrets secrets;
  private final OperationTable table;

  SecretRotation(Secrets secrets, OperationTable table) {
    this.secrets = secrets;
    this.table = table;
  }

  void register() {
    table.read("RotateSecret", this::rotate);
    table.write("CancelRotateSecret", this::cancel);
    // What was scheduled before a restart is scheduled again.
    secrets.all().forEach(this::schedule);
  }

  private Map<String, ?> rotate(EngineCall call) {
    Structure input = call.input();
    String token = SecretValues.token(input);
    Structure rules = input.structure("RotationRules");
    check(input, rules);
    Structure secret = secrets.editable(input.text("SecretId"));
    String lambda = input.text("RotationLambdaARN");
    if (lambda == null) {
      lambda = secret.text("RotationLambdaARN");
    }
    if (lambda != null) {
      checkFunction(lambda);
    }
    String function = lambda;
    String name = String.valueOf(secret.text("Name"));
    boolean now = !Boolean.FALSE.equals(input.bool("RotateImmediately"));
    boolean hasValue = !secret.map("Versions").isEmpty();
    boolean tests = function != null && !now;
    table.change(
        () -> begin(name, token, function, rules, hasValue && (now || tests), /* copies= */ !now));
    if (function != null) {
      run(name, token, function, now ? STEPS : List.of("testSecret"));
      if (tests) {
        // The version was there for the test of the configuration only.
        table.change(() -> endTest(name, token));
      }
    } else if (hasValue && now) {
      // Without a function, the version becomes current with the old value.
      table.change(() -> finish(name, token));
    }
    Structure after = secrets.get(name);
    schedule(after);
    return Params.of("ARN", after.text("ARN"), "Name", name, "VersionId", hasValue ? token : null);
  }

  private static void check(Structure input, @Nullable Structure rules) {
    String lambda = input.text("RotationLambdaARN");
    if (lambda != null && lambda.length() > 2048) {
      throw SecretErrors.parameter("RotationLambdaARN must <= 2048 characters long.");
    }
    Long days = rules == null ? null : rules.longInteger("AutomaticallyAfterDays");
    if (days != null && (days < 1 || days > 1000)) {
      throw SecretErrors.parameter("RotationRules.AutomaticallyAfterDays must be within 1-1000.");
    }
  }

  private void checkFunction(String lambda) {
    try {
      secrets.context.call("lambda", "GetFunction", Map.of("FunctionName", lambda));
    } catch (EngineException e) {
      if (!e.code().equals("NotImplemented")) {
        throw new EngineException(
            "ResourceNotFoundException", "Resource not found for ARN '" + lambda + "'.");
      }
      throw e;
    }
  }

  private boolean begin(
      String name,
      String token,
      @Nullable String lambda,
      @Nullable Structure rules,
      boolean pending,
      boolean copies) {
    Structure secret = secrets.get(name);
    Versions versions = new Versions(secret);
    String inProgress = versions.withStage(Secrets.PENDING);
    if (inProgress != null && versions.stages(inProgress).contains(Secrets.CURRENT)) {
      versions.detach(Secrets.PENDING);
    }
    if (pending && !versions.has(token)) {
      Map<String, Object> version = new LinkedHashMap<>();
      if (lambda == null || copies) {
        String current = Secrets.versionOf(secret, Secrets.CURRENT);
        if (current != null) {
          version.putAll(secret.map("Versions").map(current));
        }
      }
      version.put("CreatedDate", secrets.now());
      versions.add(token, version);
      versions.attach(Secrets.PENDING, token);
    }
    Map<String, Object> changed = new HashMap<>();
    changed.put("Versions", versions.stored());
    changed.put("RotationEnabled", true);
    if (lambda != null) {
      changed.put("RotationLambdaARN", lambda);
    }
    if (rules != null) {
      changed.put("RotationRules", new LinkedHashMap<>(rules));
    }
    Structure stored = secrets.edit(secret, changed);
    Duration period = period(stored);
    if (period != null) {
      secrets.edit(stored, Map.of("NextRotationDate", secrets.now().plus(period)));
    }
    return true;
  }

  private static @Nullable Duration period(Structure secret) {
    Long days = secret.longInteger("RotationRules", "AutomaticallyAfterDays");
    if (days != null && days > 0) {
      return Duration.ofDays(days);
    }
    String expression = secret.text("RotationRules", "ScheduleExpression");
    Matcher rate = RATE.matcher(String.valueOf(expression));
    if (!rate.matches()) {
      return null;
    }
    long number = Long.parseLong(rate.group(1));
    return rate.group(2).equals("hour") ? Duration.ofHours(number) : Duration.ofDays(number);
  }

  private void run(String name, String token, String lambda, List<String> steps) {
    String arn = String.valueOf(secrets.get(name).text("ARN"));
    for (String step : steps) {
      String payload =
          Json.write(Params.of("Step", step, "SecretId", arn, "ClientRequestToken", token));
      Structure answer =
          Structures.of(
              secrets.context.call(
                  "lambda",
                  "Invoke",
                  Map.of(
                      "FunctionName",
                      lambda,
                      "Payload",
                      payload.getBytes(StandardCharsets.UTF_8))));
      if (answer.get("FunctionError") != null) {
        // The version stays pending, and a later rotation tries again.
        System.getLogger("io.boto4j.local")
            .log(System.Logger.Level.WARNING, "The rotation of " + name + " failed at " + step);
        return;
      }
    }
    if (steps.size() > 1) {
      table.change(() -> secrets.edit(secrets.get(name), Map.of("LastRotatedDate", secrets.now())));
    }
  }

  private boolean endTest(String name, String token) {
    Structure secret = secrets.get(name);
    Versions versions = new Versions(secret);
    if (token.equals(versions.withStage(Secrets.PENDING))) {
      versions.detach(Secrets.PENDING);
      secrets.edit(secret, Map.of("Versions", versions.stored()));
    }
    return true;
  }

  private boolean finish(String name, String token) {
    Structure secret = secrets.get(name);
    Versions versions = new Versions(secret);
    versions.attach(Secrets.CURRENT, token);
    versions.detach(Secrets.PENDING);
    secrets.edit(
        secret,
        Map.of(
            "Versions", versions.stored(),
            "LastRotatedDate", secrets.now(),
            "LastChangedDate", secrets.now()));
    return true;
  }

  private void schedule(Structure secret) {
    Instant next = secret.instant("NextRotationDate");
    if (next == null || !Boolean.TRUE.equals(secret.bool("RotationEnabled"))) {
      return;
    }
    String name = String.valueOf(secret.text("Name"));
    Duration delay = Duration.between(secrets.now(), next);
    secrets.context.schedule(
        delay.isNegative() ? Duration.ZERO : delay, () -> rotateByClock(name, next));
  }

  /** Rotates, unless the schedule has been changed since. */
  private void rotateByClock(String name, Instant due) {
    Structure secret = secrets.find(name);
    if (secret == null
        || !due.equals(secret.instant("NextRotationDate"))
        || !Boolean.TRUE.equals(secret.bool("RotationEnabled"))) {
      return;
    }
    String lambda = secret.text("RotationLambdaARN");
    String token = UUID.randomUUID().toString();
    table.change(() -> begin(name, token, lambda, null, true, false));
    if (lambda == null) {
      table.change(() -> finish(name, token));
    } else {
      run(name, token, lambda, STEPS);
    }
    schedule(secrets.get(name));
  }

  private Map<String, ?> cancel(EngineCall call) {
    Structure secret = secrets.editable(call.input().text("SecretId"));
    if (secret.text("RotationLambdaARN") == null) {
      throw SecretErrors.request(
          "You tried to enable rotation on a secret that doesn't already have a Lambda function ARN"
              + " configuredand you didn't include such an ARN as a parameter in this call.");
    }
    secrets.edit(secret, Map.of("RotationEnabled", false));
    return Params.of(
        "ARN", secret.text("ARN"),
        "Name", secret.text("Name"),
        "VersionId", Secrets.versionOf(secret, Secrets.PENDING));
  }
}
