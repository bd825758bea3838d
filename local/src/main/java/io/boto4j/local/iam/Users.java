package io.boto4j.local.iam;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Users and their passwords. */
final class Users {
  private final IamState state;
  private final ManagedPolicies managed;

  Users(IamState state, ManagedPolicies managed) {
    this.state = state;
    this.managed = managed;
  }

  void register(OperationTable table) {
    table.write("CreateUser", this::create);
    table.read("GetUser", this::get);
    table.read(
        "ListUsers",
        call ->
            Pages.of(
                call.input(),
                "Users",
                state.users.all(user -> IamState.hasPrefix(user, call.input())),
                user -> user.text("UserName"),
                user -> view(user).without("Tags").without("PermissionsBoundary")));
    table.write("UpdateUser", this::update);
    table.write("DeleteUser", this::delete);
    table.write("CreateLoginProfile", this::createLoginProfile);
    table.read("GetLoginProfile", call -> Params.of("LoginProfile", loginProfile(call)));
    table.write("UpdateLoginProfile", this::updateLoginProfile);
    table.write("DeleteLoginProfile", this::deleteLoginProfile);
    table.write("ChangePassword", this::changePassword);
    Tags.register(table, "User", "UserName", state.users);
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(input.text("UserName"));
    List<Map<String, String>> tags = Tags.checked(input);
    String boundary = managed.boundary(input);
    if (state.users.hasName(name)) {
      throw IamErrors.alreadyExists("User " + name + " already exists");
    }
    String path = IamState.path(input);
    Params user =
        Params.of(
            "Path", path,
            "UserName", name,
            "UserId", state.newId("AIDA"),
            "Arn", state.arn("user", path, name),
            "CreateDate", state.now(),
            "PermissionsBoundary", boundary,
            "Tags", tags);
    state.users.put(name, user);
    return Params.of("User", view(state.users.get(name)));
  }

  /** A user as answers have it. */
  static Params view(Structure user) {
    return Params.of(
        "Path", user.text("Path"),
        "UserName", user.text("UserName"),
        "UserId", user.text("UserId"),
        "Arn", user.text("Arn"),
        "CreateDate", user.instant("CreateDate"),
        "PasswordLastUsed", user.instant("PasswordLastUsed"),
        "PermissionsBoundary", IamState.boundary(user),
        "Tags", IamState.tagsOrNothing(user));
  }

  private Map<String, ?> get(EngineCall call) {
    String name = call.input().text("UserName");
    if (name == null && call.caller().arn().endsWith(":root")) {
      // The root user is not one of the users. The model asks for a name and for an id that is
      // longer than AWS's, which is the account.
      return Params.of(
          "User",
          Params.of(
              "Path", "/",
              "UserName", "default_user",
              "UserId", "AIDACKCEVSQ6C2EXAMPLE",
              "Arn", call.caller().arn(),
              "CreateDate", Instant.parse("2020-01-01T00:00:00Z")));
    }
    return Params.of("User", view(state.users.get(state.userName(call))));
  }

  private Map<String, ?> update(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(input.text("UserName"));
    Structure user = state.users.find(name);
    if (user == null) {
      throw IamErrors.noSuchEntity("The user with name " + name + " cannot be found.");
    }
    String newName = input.text("NewUserName");
    String newPath = input.text("NewPath");
    String finalName = newName == null ? name : newName;
    if (!finalName.equalsIgnoreCase(name) && state.users.hasName(finalName)) {
      throw IamErrors.alreadyExists("User " + finalName + " already exists");
    }
    String path = newPath == null ? String.valueOf(user.text("Path")) : newPath;
    Map<String, Object> changed = new LinkedHashMap<>(user);
    changed.put("UserName", finalName);
    changed.put("Path", path);
    changed.put("Arn", state.arn("user", path, finalName));
    state.users.remove(name);
    state.users.put(finalName, changed);
    for (Owned owned : owned()) {
      for (Structure each : owned.entities.all(one -> name.equals(one.text("UserName")))) {
        owned.entities.edit(String.valueOf(each.text(owned.key)), "UserName", finalName);
      }
    }
    return Map.of();
  }

  private record Owned(Entities entities, String key) {}

  private List<Owned> owned() {
    return List.of(
        new Owned(state.accessKeys, "AccessKeyId"),
        new Owned(state.sshKeys, "SSHPublicKeyId"),
        new Owned(state.signingCertificates, "CertificateId"),
        new Owned(state.serviceCredentials, "ServiceSpecificCredentialId"),
        new Owned(state.mfaDevices, "SerialNumber"));
  }

  private boolean owns(Entities entities, String name) {
    return !entities.all(each -> name.equals(each.text("UserName"))).isEmpty();
  }

  private Map<String, ?> delete(EngineCall call) {
    String name = String.valueOf(call.input().text("UserName"));
    Structure user = state.users.get(name);
    conflictIf(!user.texts("Attached").isEmpty(), "detach all policies first.");
    conflictIf(!user.map("Inline").isEmpty(), "delete policies first.");
    conflictIf(!user.texts("Groups").isEmpty(), "remove users from group first.");
    conflictIf(user.structure("LoginProfile") != null, "delete login profile first.");
    conflictIf(owns(state.accessKeys, name), "delete access keys first.");
    conflictIf(owns(state.signingCertificates, name), "delete signing certificates first.");
    conflictIf(owns(state.mfaDevices, name), "delete MFA device first.");
    conflictIf(owns(state.sshKeys, name), "delete SSH public keys first.");
    conflictIf(owns(state.serviceCredentials, name), "delete service specific credentials first.");
    state.users.remove(name);
    return Map.of();
  }

  static void conflictIf(boolean conflict, String what) {
    if (conflict) {
      throw IamErrors.conflict("Cannot delete entity, must " + what);
    }
  }

  private Structure requireLoginProfile(String name) {
    Structure profile = state.users.get(name).structure("LoginProfile");
    if (profile == null) {
      throw IamErrors.noSuchEntity("Login profile for " + name + " not found");
    }
    return profile;
  }

  private Params loginProfile(EngineCall call) {
    String name = state.userName(call);
    Structure profile = requireLoginProfile(name);
    return Params.of(
        "UserName", name,
        "CreateDate", profile.instant("CreateDate"),
        "PasswordResetRequired", profile.bool("PasswordResetRequired"));
  }

  private Map<String, ?> createLoginProfile(EngineCall call) {
    String name = state.userName(call);
    if (state.users.get(name).structure("LoginProfile") != null) {
      throw IamErrors.alreadyExists("User " + name + " already has password");
    }
    String password = call.input().text("Password");
    checkPassword(password);
    Boolean reset = call.input().bool("PasswordResetRequired");
    state.users.edit(
        name,
        "LoginProfile",
        new HashMap<>(
            Params.of(
                "CreateDate",
                state.now(),
                "Changed",
                state.now(),
                "Password",
                password,
                "PasswordResetRequired",
                reset != null && reset)));
    return Params.of("LoginProfile", loginProfile(call));
  }

  /** Checks a password against the policy of the account. */
  private void checkPassword(@Nullable String password) {
    Structure policy = state.settings.find(PasswordPolicy.KEY);
    if (policy == null || password == null) {
      return;
    }
    Integer minimum = policy.integer("MinimumPasswordLength");
    List<String> missing = new ArrayList<>();
    if (minimum != null && password.length() < minimum) {
      throw new EngineException(
          "PasswordPolicyViolationException",
          "Password should have a minimum length of " + minimum);
    }
    need(
        policy,
        "RequireUppercaseCharacters",
        password,
        ".*[A-Z].*",
        "one uppercase letter",
        missing);
    need(
        policy,
        "RequireLowercaseCharacters",
        password,
        ".*[a-z].*",
        "one lowercase letter",
        missing);
    need(policy, "RequireNumbers", password, ".*[0-9].*", "one number", missing);
    need(
        policy,
        "RequireSymbols",
        password,
        ".*[!@#$%^&*()_+\\-=\\[\\]{}|'].*",
        "one of the following symbols: ! @ # $ % ^ & * ( ) _ + - = [ ] { } | '",
        missing);
    if (!missing.isEmpty()) {
      throw new EngineException(
          "PasswordPolicyViolationException",
          "Password should have at least " + String.join(", ", missing));
    }
  }

  private static void need(
      Structure policy,
      String member,
      String password,
      String pattern,
      String what,
      List<String> missing) {
    if (Boolean.TRUE.equals(policy.bool(member)) && !password.matches("(?s)" + pattern)) {
      missing.add(what);
    }
  }

  private Map<String, ?> updateLoginProfile(EngineCall call) {
    String name = state.userName(call);
    Structure profile = requireLoginProfile(name);
    Map<String, Object> changed = new HashMap<>(profile);
    String password = call.input().text("Password");
    checkPassword(password);
    if (password != null) {
      changed.put("Password", password);
      changed.put("Changed", state.now());
    }
    Boolean reset = call.input().bool("PasswordResetRequired");
    if (reset != null) {
      changed.put("PasswordResetRequired", reset);
    }
    state.users.edit(name, "LoginProfile", changed);
    return Map.of();
  }

  private Map<String, ?> deleteLoginProfile(EngineCall call) {
    String name = state.userName(call);
    requireLoginProfile(name);
    state.users.edit(name, "LoginProfile", null);
    return Map.of();
  }

  private Map<String, ?> changePassword(EngineCall call) {
    String name = state.callerName(call);
    Structure profile = requireLoginProfile(name);
    if (!String.valueOf(profile.text("Password")).equals(call.input().text("OldPassword"))) {
      throw new EngineException("AccessDenied", "The old password was incorrect.", 403, Map.of());
    }
    String password = call.input().text("NewPassword");
    checkPassword(password);
    Map<String, @Nullable Object> changed = new HashMap<>(profile);
    changed.put("Password", password);
    changed.put("PasswordResetRequired", false);
    changed.put("Changed", state.now());
    state.users.edit(name, "LoginProfile", changed);
    return Map.of();
  }
}
