package io.boto4j.local.iam;

import io.boto4j.Json;
import io.boto4j.error.Boto4jException;
import io.boto4j.local.engine.EngineException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks policy documents as IAM does, which reports the first of these problems. */
final class PolicyGrammar {
  private static final Set<String> TOP = Set.of("Version", "Id", "Statement", "Conditions");
  private static final Set<String> ELEMENTS =
      Set.of(
          "Sid",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Condition");
  private static final Set<String> TRUST_ACTIONS =
      Set.of(
          "sts:AssumeRole",
          "sts:AssumeRoleWithSAML",
          "sts:AssumeRoleWithWebIdentity",
          "sts:SetContext",
          "sts:SetSourceIdentity",
          "sts:TagSession",
          "sts:GetCallerIdentity",
          "sts:GetSessionToken",
          "sts:GetFederationToken",
          "sts:GetAccessKeyInfo",
          "sts:GetServiceBearerToken",
          "sts:DecodeAuthorizationMessage",
          "sts:*");

  private final List<Map<?, ?>> statements = new ArrayList<>();
  private final String document;

  private PolicyGrammar(String document) {
    this.document = document;
  }

  /** Checks a policy of a user, group or role. */
  static void check(String document) {
    PolicyGrammar grammar = new PolicyGrammar(document);
    grammar.checkAll();
    for (Map<?, ?> statement : grammar.statements) {
      if (isEmpty(statement, "Resource") && isEmpty(statement, "NotResource")) {
        throw IamErrors.malformedPolicy("Policy statement must contain resources.");
      }
      if (statement.containsKey("Principal") || statement.containsKey("NotPrincipal")) {
        throw IamErrors.malformedPolicy("Policy document should not specify a principal.");
      }
    }
  }

  /** Checks the trust policy of a role. */
  static void checkTrust(String document) {
    PolicyGrammar grammar = new PolicyGrammar(document);
    grammar.checkAll();
    for (Map<?, ?> statement : grammar.statements) {
      for (String action : texts(statement.get("Action"))) {
        if (!TRUST_ACTIONS.contains(action)) {
          throw IamErrors.malformedPolicy(
              "Trust Policy statement actions can only be sts:AssumeRole, "
                  + "sts:AssumeRoleWithSAML,  and sts:AssumeRoleWithWebIdentity");
        }
      }
      if (statement.containsKey("Resource") || statement.containsKey("NotResource")) {
        throw IamErrors.malformedPolicy("Has prohibited field Resource.");
      }
    }
  }

  /**
   * Checks the trust policy of a new role. A text that does not try to be a policy is accepted,
   * because tests often write a placeholder where the policy does not matter; everybody can assume
   * such a role.
   */
  static void checkNewTrust(String document) {
    if (!document.trim().startsWith("{")) {
      return;
    }
    Object json;
    try {
      json = Json.read(document);
    } catch (Boto4jException | IllegalArgumentException e) {
      throw IamErrors.malformedPolicy("This policy contains invalid Json");
    }
    if (json instanceof Map<?, ?> map && map.containsKey("Statement")) {
      checkTrust(document);
    }
  }

  private static boolean isEmpty(Map<?, ?> statement, String name) {
    Object value = statement.get(name);
    return value == null || (value instanceof List<?> list && list.isEmpty());
  }

  private void checkAll() {
    Object version;
    try {
      version = checkSyntax();
    } catch (EngineException e) {
      throw e;
    } catch (Boto4jException | IllegalArgumentException e) {
      throw IamErrors.malformedPolicy("Syntax errors in policy.");
    }
    if (!"2012-10-17".equals(version)) {
      throw IamErrors.malformedPolicy("Policy document must be version 2012-10-17 or greater.");
    }
    @Nullable String resourceError;
    try {
      checkOldRules();
      resourceError = resourceError();
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw IamErrors.malformedPolicy("The policy failed legacy parsing");
    }
    Set<Object> sids = new HashSet<>();
    for (Map<?, ?> statement : statements) {
      Object sid = statement.get("Sid");
      if (sid instanceof String text && !text.isEmpty() && !sids.add(text)) {
        throw IamErrors.malformedPolicy("Statement IDs (SID) in a single policy must be unique.");
      }
    }
    for (Map<?, ?> statement : statements) {
      if (isEmpty(statement, "Action") && isEmpty(statement, "NotAction")) {
        throw IamErrors.malformedPolicy("Policy statement must contain actions.");
      }
    }
    if (resourceError != null) {
      throw IamErrors.malformedPolicy(resourceError);
    }
    checkActions("Action");
    checkActions("NotAction");
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException();
    }
  }

  /** Returns the version. */
  private @Nullable Object checkSyntax() {
    Object root = Json.read(document);
    require(root instanceof Map);
    Map<?, ?> json = root instanceof Map<?, ?> map ? map : Map.of();
    for (Object name : json.keySet()) {
      require(TOP.contains(name));
    }
    Object version = json.get("Version");
    require(
        !json.containsKey("Version")
            || "2008-10-17".equals(version)
            || "2012-10-17".equals(version));
    require(!json.containsKey("Id") || json.get("Id") instanceof String);
    Object all = json.get("Statement");
    require(all instanceof Map || all instanceof List);
    for (Object each : all instanceof List<?> list ? list : List.of(String.valueOf(all), all)) {
      if (all instanceof Map && each instanceof String) {
        continue;
      }
      require(each instanceof Map);
      if (each instanceof Map<?, ?> statement) {
        checkStatement(statement);
        statements.add(statement);
      }
    }
    require(!statements.isEmpty());
    return version;
  }

  private static void checkStatement(Map<?, ?> statement) {
    for (Object name : statement.keySet()) {
      require(ELEMENTS.contains(name));
    }
    require(!statement.containsKey("Resource") || !statement.containsKey("NotResource"));
    require(!statement.containsKey("Action") || !statement.containsKey("NotAction"));
    require(
        statement.get("Effect") instanceof String effect
            && (effect.equalsIgnoreCase("allow") || effect.equalsIgnoreCase("deny")));
    for (String name : List.of("Action", "NotAction", "Resource", "NotResource")) {
      if (statement.containsKey(name)) {
        Object value = statement.get(name);
        require(value instanceof String || value instanceof List);
        if (value instanceof List<?> list) {
          for (Object each : list) {
            require(each == null || each instanceof String);
          }
        }
      }
    }
    if (statement.containsKey("Condition")) {
      checkCondition(statement.get("Condition"));
    }
    require(!statement.containsKey("Sid") || statement.get("Sid") instanceof String);
  }

  private static void checkCondition(@Nullable Object condition) {
    require(condition instanceof Map);
    if (condition instanceof Map<?, ?> operators) {
      operators.forEach(
          (operator, keys) -> {
            require(keys instanceof Map);
            if (keys instanceof Map<?, ?> map) {
              for (Object value : map.values()) {
                require(
                    value instanceof Boolean
                        || value instanceof List
                        || value instanceof String
                        || value instanceof Number);
              }
              require(map.isEmpty() || isOperator(String.valueOf(operator)));
            }
          });
    }
  }

  private static final Set<String> OPERATORS =
      Set.of(
          "StringEquals",
          "StringNotEquals",
          "StringEqualsIgnoreCase",
          "StringNotEqualsIgnoreCase",
          "StringLike",
          "StringNotLike",
          "NumericEquals",
          "NumericNotEquals",
          "NumericLessThan",
          "NumericLessThanEquals",
          "NumericGreaterThan",
          "NumericGreaterThanEquals",
          "DateEquals",
          "DateNotEquals",
          "DateLessThan",
          "DateLessThanEquals",
          "DateGreaterThan",
          "DateGreaterThanEquals",
          "Bool",
          "BinaryEquals",
          "IpAddress",
          "NotIpAddress",
          "ArnEquals",
          "ArnLike",
          "ArnNotEquals",
          "ArnNotLike",
          "Null");

  private static String plainOperator(String operator) {
    String plain = operator;
    if (plain.startsWith("ForAnyValue:") || plain.startsWith("ForAllValues:")) {
      plain = plain.substring(plain.indexOf(':') + 1);
    }
    return plain.endsWith("IfExists")
        ? plain.substring(0, plain.length() - "IfExists".length())
        : plain;
  }

  private static boolean isOperator(String operator) {
    return OPERATORS.contains(plainOperator(operator));
  }

  /** Checks what only the older parser of IAM checks: exact effects, and dates. */
  private void checkOldRules() {
    for (Map<?, ?> statement : statements) {
      require("Allow".equals(statement.get("Effect")) || "Deny".equals(statement.get("Effect")));
      if (statement.get("Condition") instanceof Map<?, ?> operators) {
        operators.forEach(
            (operator, keys) -> {
              if (plainOperator(String.valueOf(operator)).startsWith("Date")
                  && keys instanceof Map<?, ?> map) {
                map.values().forEach(value -> texts(value).forEach(PolicyGrammar::checkDate));
              }
            });
      }
    }
  }

  /** A date is a number of seconds, or ISO 8601 with a year of any length. */
  private static void checkDate(String date) {
    String lower = date.toLowerCase(Locale.ROOT);
    if (!lower.contains("t") && !lower.contains("-")) {
      require(Long.parseLong(lower) >= 0);
      return;
    }
    int t = lower.indexOf('t');
    String day = t < 0 ? lower : lower.substring(0, t);
    Matcher parts = Pattern.compile("(-?\\d+)(?:-(\\d+))?(?:-(\\d+))?").matcher(day);
    require(parts.matches());
    long year = Long.parseLong(parts.group(1));
    require(-292_275_054 <= year && year <= 292_278_993);
    @Nullable String month = parts.group(2);
    @Nullable String dayOfMonth = parts.group(3);
    LocalDate.of(2000, month == null ? 1 : Integer.parseInt(month), 1);
    require(
        dayOfMonth == null
            || (1 <= Integer.parseInt(dayOfMonth) && Integer.parseInt(dayOfMonth) <= 31));
    if (t >= 0 && t + 1 < lower.length()) {
      Matcher time = TIME.matcher(lower.substring(t + 1));
      require(time.matches());
      atMost(time.group(1), 23);
      atMost(time.group(2), 59);
      atMost(time.group(3), 59);
      atMost(time.group(4), 23);
      atMost(time.group(5), 59);
    }
  }

  private static final Pattern TIME =
      Pattern.compile(
          "(\\d+)(?::(\\d+)(?::(\\d+)(?:\\.\\d{1,9})?)?)?(?:z|\\+(\\d\\d)(?::(\\d\\d))?)?");

  private static void atMost(@Nullable String number, int limit) {
    require(number == null || Integer.parseInt(number) <= limit);
  }

  /** The first problem of a resource that is not one of the older parser, or null. */
  private @Nullable String resourceError() {
    @Nullable String error = null;
    for (String name : List.of("Resource", "NotResource")) {
      for (Map<?, ?> statement : statements) {
        if (statement.containsKey(name)) {
          // Of several problems, the last one in this order is reported.
          List<String> resources = new ArrayList<>(texts(statement.get(name)));
          if (statement.get(name) instanceof List) {
            resources.removeIf(String::isEmpty);
            resources.sort(java.util.Comparator.reverseOrder());
          }
          for (String resource : resources) {
            String problem = ResourceGrammar.problem(resource);
            error = problem == null ? error : problem;
          }
          if (error == null) {
            checkOldResources(statement.get(name));
          }
        }
      }
    }
    return error;
  }

  private static void checkOldResources(@Nullable Object value) {
    for (String resource : texts(value)) {
      if (!resource.equals("*") && !resource.isEmpty()) {
        require(resource.chars().filter(c -> c == ':').count() >= 5 || !resource.contains("::"));
        require(value instanceof List || !resource.split(":", -1)[2].isEmpty());
      }
    }
  }

  private void checkActions(String name) {
    for (Map<?, ?> statement : statements) {
      for (String action : texts(statement.get(name))) {
        String[] parts = action.split(":", -1);
        if (parts.length == 1 && !parts[0].equals("*")) {
          throw IamErrors.malformedPolicy(
              "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
        }
        if (parts.length > 2) {
          throw IamErrors.malformedPolicy("Actions/Condition can contain only one colon.");
        }
        if (!parts[0].equals("*") && !parts[0].matches("[a-zA-Z0-9\\-.]*")) {
          throw IamErrors.malformedPolicy("Vendor " + parts[0] + " is not valid");
        }
      }
    }
  }

  private static List<String> texts(@Nullable Object value) {
    List<String> texts = new ArrayList<>();
    if (value != null) {
      for (Object each : value instanceof List<?> list ? list : List.of(value)) {
        texts.add(each == null ? "" : String.valueOf(each));
      }
    }
    return texts;
  }
}
