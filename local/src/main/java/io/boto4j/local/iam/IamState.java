package io.boto4j.local.iam;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.Partition;
import io.boto4j.local.engine.Principals;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Everything an account's IAM holds. */
final class IamState {
  final EngineContext context;
  final Entities users;
  final Entities groups;
  final Entities roles;
  final Entities policies;
  final Entities instanceProfiles;
  final Entities accessKeys;
  final Entities sshKeys;
  final Entities signingCertificates;
  final Entities serverCertificates;
  final Entities serviceCredentials;
  final Entities mfaDevices;
  final Entities oidcProviders;
  final Entities samlProviders;
  final Entities jobs;

  /** The entities of which there is one: password policy, alias, credential report. */
  final Entities settings;

  IamState(EngineContext context) {
    this.context = context;
    this.users = open("users", name -> "The user with name " + name + " cannot be found.");
    this.groups = open("groups", name -> "Group " + name + " not found");
    this.roles = open("roles", name -> "Role " + name + " not found");
    this.policies = open("policies", arn -> "Policy " + arn + " not found");
    this.instanceProfiles =
        open("instance-profiles", name -> "Instance profile " + name + " not found");
    this.accessKeys =
        open("access-keys", id -> "The Access Key with id " + id + " cannot be found");
    this.sshKeys = open("ssh-keys", id -> "The SSH Public Key with id " + id + " cannot be found");
    this.signingCertificates =
        open("signing-certificates", id -> "The Certificate with id " + id + " cannot be found.");
    this.serverCertificates =
        open(
            "server-certificates",
            name -> "The Server Certificate with name " + name + " cannot be found.");
    this.serviceCredentials =
        open("service-credentials", id -> "No such credential " + id + " exists");
    this.mfaDevices =
        open(
            "mfa-devices",
            serial -> "VirtualMFADevice with serial number " + serial + " doesn't exist.");
    this.oidcProviders =
        open("oidc-providers", arn -> "OpenIDConnect Provider not found for arn " + arn);
    this.samlProviders = open("saml-providers", arn -> "SAMLProvider " + arn + " not found");
    this.jobs = open("jobs", id -> "No job found for id " + id);
    this.settings = open("settings", name -> name);
  }

  private Entities open(String map, UnaryOperator<String> missing) {
    return new Entities(context.store().map(map), missing);
  }

  /** The time in whole seconds, as IAM reports it. */
  Instant now() {
    return context.clock().instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** A new unique id, such as {@code AIDA…}. */
  String newId(String prefix) {
    return Principals.newId(prefix, context.account(), 21, context.random());
  }

  String newText(String alphabet, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(context.random().nextInt(alphabet.length())));
    }
    return text.toString();
  }

  String arn(String kind, String path, String name) {
    return "arn:" + partition() + ":iam::" + context.account() + ":" + kind + path + name;
  }

  /** The partition, such as {@code aws-cn}. */
  String partition() {
    return Partition.of(context.region());
  }

  /** The user of a call: the one that is named, or the caller. */
  String userName(EngineCall call) {
    String name = call.input().text("UserName");
    return name == null ? callerName(call) : name;
  }

  /** The name of the caller, if it is a user. */
  String callerName(EngineCall call) {
    String arn = call.caller().arn();
    int user = arn.indexOf(":user/");
    if (user < 0) {
      throw IamErrors.validation("Must specify userName when calling with non-User credentials");
    }
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  static String path(Structure input) {
    String path = input.text("Path");
    return path == null ? "/" : path;
  }

  static boolean hasPrefix(Structure entity, Structure input) {
    String prefix = input.text("PathPrefix");
    String path = entity.text("Path");
    return prefix == null || path == null || path.startsWith(prefix);
  }

  /** The boundary of a user or role as answers have it. */
  static @Nullable Params boundary(Structure entity) {
    String arn = entity.text("PermissionsBoundary");
    return arn == null
        ? null
        : Params.of(
            "PermissionsBoundaryType", "PermissionsBoundaryPolicy", "PermissionsBoundaryArn", arn);
  }

  static @Nullable List<Structure> tagsOrNothing(Structure entity) {
    List<Structure> tags = entity.structures("Tags");
    return tags.isEmpty() ? null : tags;
  }
}
