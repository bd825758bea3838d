package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Access control lists of buckets and objects. */
final class Acls {
  private static final String GROUPS = "http://acs.amazonaws.com/groups/";
  private static final String ALL_USERS = GROUPS + "global/AllUsers";
  private static final String AUTHENTICATED = GROUPS + "global/AuthenticatedUsers";
  private static final String LOG_DELIVERY = GROUPS + "s3/LogDelivery";
  private static final String FULL_CONTROL = "FULL_CONTROL";
  private static final Set<String> PERMISSIONS =
      Set.of(FULL_CONTROL, "READ", "WRITE", "READ_ACP", "WRITE_ACP");
  private static final Map<String, String> GRANTS =
      Map.of(
          "GrantFullControl",
          FULL_CONTROL,
          "GrantRead",
          "READ",
          "GrantReadACP",
          "READ_ACP",
          "GrantWrite",
          "WRITE",
          "GrantWriteACP",
          "WRITE_ACP");

  private final S3State state;
  private final Notifications notifications;

  Acls(S3State state, Notifications notifications) {
    this.state = state;
    this.notifications = notifications;
  }

  void addTo(S3Engine.Table table) {
    table.add("GetBucketAcl", "GetBucketAcl", this::getBucket);
    table.add("PutBucketAcl", "PutBucketAcl", this::putBucket);
    table.add("GetObjectAcl", "GetObjectAcl", this::getObject);
    table.add("PutObjectAcl", "PutObjectAcl", this::putObject);
  }

  /** Returns the canonical id of an account: 64 hexadecimal digits. */
  static String id(String account) {
    byte[] text = ("boto4j-local " + account).getBytes(StandardCharsets.UTF_8);
    MessageDigest md5 = Upload.newMd5();
    String first = HexFormat.of().formatHex(md5.digest(text));
    return first + HexFormat.of().formatHex(md5.digest(first.getBytes(StandardCharsets.UTF_8)));
  }

  static Map<String, Object> owner(String account) {
    Map<String, Object> owner = new LinkedHashMap<>();
    owner.put("ID", id(account));
    return owner;
  }

  static Map<String, Object> ofBucket(Request request, String account) {
    return of(request.input, account, account);
  }

  /** Returns the ACL of a new object. */
  static Map<String, Object> ofObject(Request request, Bucket bucket) {
    boolean asks =
        request.input.text("ACL") != null
            || GRANTS.keySet().stream().anyMatch(request.input::containsKey);
    if (asks) {
      checkAllowed(bucket, request.input);
    }
    String caller =
        request.call.caller().arn().isEmpty() ? bucket.account() : request.call.caller().account();
    return of(request.input, caller, bucket.account());
  }

  /** Buckets whose owner enforces ownership have no ACLs. */
  private static void checkAllowed(Bucket bucket, Structure input) {
    Structure controls = bucket.configuration("ownershipControls");
    boolean enforced =
        controls != null
            && controls.structures("Rules").stream()
                .anyMatch(rule -> "BucketOwnerEnforced".equals(rule.text("ObjectOwnership")));
    String canned = input.text("ACL");
    if (enforced && !"bucket-owner-full-control".equals(canned) && !"private".equals(canned)) {
      throw S3Errors.of(400, "AccessControlListNotSupported", "The bucket does not allow ACLs");
    }
    Structure block = bucket.configuration("publicAccessBlock");
    if (block != null
        && Boolean.TRUE.equals(block.bool("BlockPublicAcls"))
        && canned != null
        && (canned.startsWith("public-") || canned.equals("authenticated-read"))) {
      throw S3Errors.accessDenied();
    }
  }

  private static Map<String, Object> of(Structure input, String owner, String bucketOwner) {
    String canned = input.text("ACL");
    List<Map<String, Object>> grants = new ArrayList<>();
    boolean hasHeaders = false;
    for (Map.Entry<String, String> entry : GRANTS.entrySet()) {
      String header = input.text(entry.getKey());
      if (header != null && !header.isEmpty()) {
        hasHeaders = true;
        for (String grantee : header.split(",", -1)) {
          grants.add(grant(grantee(grantee.strip()), entry.getValue()));
        }
      }
    }
    if (hasHeaders && canned != null) {
      throw S3Errors.invalidRequest("Specifying both Canned ACLs and Header Grants is not allowed");
    }
    if (!hasHeaders) {
      grants.addAll(canned(canned == null ? "private" : canned, owner, bucketOwner));
    }
    return acl(owner(owner), grants);
  }

  private static Map<String, Object> acl(
      Map<String, ?> owner, List<? extends Map<String, ?>> grants) {
    Map<String, Object> acl = new LinkedHashMap<>();
    acl.put("Owner", owner);
    acl.put("Grants", grants);
    return acl;
  }

  private static List<Map<String, Object>> canned(String name, String owner, String bucketOwner) {
    List<Map<String, Object>> grants = new ArrayList<>();
    grants.add(grant(user(id(owner)), FULL_CONTROL));
    switch (name) {
      case "private" -> {}
      case "public-read" -> grants.add(grant(group(ALL_USERS), "READ"));
      case "public-read-write" -> {
        grants.add(grant(group(ALL_USERS), "READ"));
        grants.add(grant(group(ALL_USERS), "WRITE"));
      }
      case "authenticated-read" -> grants.add(grant(group(AUTHENTICATED), "READ"));
      case "aws-exec-read" -> {}
      case "bucket-owner-read" -> {
        if (!bucketOwner.equals(owner)) {
          grants.add(grant(user(id(bucketOwner)), "READ"));
        }
      }
      case "bucket-owner-full-control" -> {
        if (!bucketOwner.equals(owner)) {
          grants.add(grant(user(id(bucketOwner)), FULL_CONTROL));
        }
      }
      case "log-delivery-write" -> {
        grants.add(grant(group(LOG_DELIVERY), "READ_ACP"));
        grants.add(grant(group(LOG_DELIVERY), "WRITE"));
      }
      default -> throw S3Errors.invalidArgument("", "x-amz-acl", name);
    }
    return grants;
  }

  private static Map<String, Object> grant(Map<String, Object> grantee, String permission) {
    Map<String, Object> grant = new LinkedHashMap<>();
    grant.put("Grantee", grantee);
    grant.put("Permission", permission);
    return grant;
  }

  private static Map<String, Object> user(String id) {
    Map<String, Object> grantee = new LinkedHashMap<>();
    grantee.put("ID", id);
    grantee.put("Type", "CanonicalUser");
    return grantee;
  }

  private static Map<String, Object> group(String uri) {
    Map<String, Object> grantee = new LinkedHashMap<>();
    grantee.put("Type", "Group");
    grantee.put("URI", uri);
    return grantee;
  }

  /** Reads a grantee of a header, such as {@code id="…"} or {@code uri="…"}. */
  private static Map<String, Object> grantee(String text) {
    int equals = text.indexOf('=');
    String kind = equals < 0 ? "" : text.substring(0, equals).strip();
    String value = equals < 0 ? "" : text.substring(equals + 1).strip().replace("\"", "");
    return switch (kind) {
      case "id" -> user(value);
      case "uri" -> group(value);
      case "emailAddress" -> {
        Map<String, Object> grantee = new LinkedHashMap<>();
        grantee.put("EmailAddress", value);
        grantee.put("Type", "AmazonCustomerByEmail");
        yield grantee;
      }
      default -> throw S3Errors.invalidArgument("Argument format not recognized", "Grantee", text);
    };
  }

  /** Whether an ACL gives a caller a permission. */
  static boolean allows(Structure acl, String permission, EngineCall.Caller caller) {
    boolean anonymous = caller.arn().isEmpty();
    for (Structure grant : acl.structures("Grants")) {
      String granted = grant.text("Permission");
      if (!permission.equals(granted) && !FULL_CONTROL.equals(granted)) {
        continue;
      }
      String uri = grant.text("Grantee", "URI");
      if (ALL_USERS.equals(uri)
          || (AUTHENTICATED.equals(uri) && !anonymous)
          || (!anonymous && id(caller.account()).equals(grant.text("Grantee", "ID")))) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, Object> requested(Request request, String owner, String bucketOwner) {
    Structure input = request.input;
    Structure policy = input.structure("AccessControlPolicy");
    if (policy == null) {
      return of(input, owner, bucketOwner);
    }
    List<Structure> grants = policy.structures("Grants");
    if (policy.structure("Owner") == null) {
      throw malformed();
    }
    for (Structure grant : grants) {
      if (!PERMISSIONS.contains(Documents.text(grant, "Permission", ""))
          || grant.structure("Grantee") == null) {
        throw malformed();
      }
    }
    return acl(policy.map("Owner"), grants);
  }

  private static RuntimeException malformed() {
    return S3Errors.of(
        400,
        "MalformedACLError",
        "The XML you provided was not well-formed or did not validate against our published"
            + " schema");
  }

  private Map<String, ?> getBucket(Request request) {
    return request.bucket().document().map("Acl");
  }

  private Map<String, ?> putBucket(Request request) {
    checkAllowed(request.bucket(), request.input);
    String account = request.bucket().account();
    Map<String, Object> acl = requested(request, account, account);
    state.change(
        change -> {
          state.put(request.current().with("Acl", acl));
          return true;
        });
    return Map.of();
  }

  private ObjectVersion version(Request request, Bucket bucket, String method) {
    @Nullable String versionId = request.versionId();
    return ObjectReads.version(state, bucket, request.key(), versionId, method);
  }

  private Map<String, ?> getObject(Request request) {
    return version(request, request.bucket(), "GET").document().map("Acl");
  }

  private Map<String, ?> putObject(Request request) {
    checkAllowed(request.bucket(), request.input);
    ObjectVersion changed =
        state.change(
            change -> {
              Bucket bucket = request.current();
              ObjectVersion version = version(request, bucket, "PUT");
              String owner = Documents.text(version.document(), "Owner", bucket.account());
              Map<String, Object> acl = requested(request, owner, bucket.account());
              ObjectVersion with = version.with("Acl", Structures.of(acl));
              state.versions.put(bucket.name(), with);
              return with;
            });
    notifications.fire(request, request.bucket(), "ObjectAcl:Put", changed);
    return Map.of();
  }
}
