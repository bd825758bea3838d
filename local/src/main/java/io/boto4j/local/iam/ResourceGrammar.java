package io.boto4j.local.iam;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form of ARNs in policies. */
final class ResourceGrammar {
  private static final Set<String> PARTITIONS =
      Set.of(
          "aws",
          "aws-cn",
          "aws-us-gov",
          "aws-iso",
          "aws-iso-b",
          "aws-iso-e",
          "aws-iso-f",
          "aws-eusc");
  private static final List<String> IAM_PATHS =
      List.of(
          "user/",
          "federated-user/",
          "role/",
          "group/",
          "instance-profile/",
          "mfa/",
          "server-certificate/",
          "policy/",
          "sms-mfa/",
          "saml-provider/",
          "oidc-provider/",
          "report/",
          "access-report/");

  private ResourceGrammar() {}

  /** The message about a resource, or null. */
  static @Nullable String problem(String resource) {
    if (resource.equals("*")) {
      return null;
    }
    if (resource.indexOf(':') < 0) {
      return "Resource " + resource + " must be in ARN format or \"*\".";
    }
    String[] parts = resource.split(":", 6);
    String partition = parts[1];
    if (!partition.equals("*") && !PARTITIONS.contains(partition)) {
      String service = part(parts, 2);
      if (service.isEmpty() && parts.length <= 3) {
        service = "*";
      }
      return "Partition \""
          + partition
          + "\" is not valid for resource \"arn:"
          + partition
          + ":"
          + service
          + ":"
          + part(parts, 3)
          + ":"
          + part(parts, 4)
          + ":"
          + part(parts, 5)
          + "\".";
    }
    if (parts.length < 3) {
      return "Resource vendor must be fully qualified and cannot contain regexes.";
    }
    String service = parts[2];
    String region = parts.length > 3 ? parts[3] : "";
    String path = parts.length > 5 ? parts[5] : "";
    boolean hasRegion = !region.isEmpty() || parts.length < 5;
    if (service.equals("iam") && hasRegion) {
      return "IAM resource " + resource + " cannot contain region information.";
    }
    if (service.equals("s3") && hasRegion && !path.startsWith("accesspoint/")) {
      return "Resource " + resource + " can not contain region information.";
    }
    if (service.equals("iam") && IAM_PATHS.stream().noneMatch(path::startsWith)) {
      return "IAM resource path must either be \"*\" or start with "
          + String.join(", ", IAM_PATHS)
          + ".";
    }
    return null;
  }

  private static String part(String[] parts, int index) {
    return parts.length > index ? parts[index] : "*";
  }
}
