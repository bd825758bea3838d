package io.boto4j.local.s3;

import io.boto4j.local.engine.EngineException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The errors of S3, with its texts. */
final class S3Errors {
  private S3Errors() {}

  /**
   * Creates an error.
   *
   * @param status the HTTP status
   * @param code the code
   * @param message the message
   * @param details names and values of further elements
   */
  static EngineException of(int status, String code, String message, String... details) {
    Map<String, String> members = new LinkedHashMap<>();
    for (int i = 0; i + 1 < details.length; i += 2) {
      members.put(details[i], details[i + 1]);
    }
    return new EngineException(code, message, status, members);
  }

  static EngineException invalidArgument(String message, String name, String value) {
    return of(400, "InvalidArgument", message, "ArgumentName", name, "ArgumentValue", value);
  }

  static EngineException invalidRequest(String message) {
    return of(400, "InvalidRequest", message);
  }

  static EngineException missingBody() {
    return of(400, "MissingRequestBodyError", "Request Body is empty");
  }

  static EngineException malformedXml() {
    return of(
        400,
        "MalformedXML",
        "The XML you provided was not well-formed or did not validate against our published"
            + " schema");
  }

  static EngineException noSuchBucket(String bucket) {
    return of(404, "NoSuchBucket", "The specified bucket does not exist", "BucketName", bucket);
  }

  static EngineException noSuchKey(String key) {
    return of(404, "NoSuchKey", "The specified key does not exist.", "Key", key);
  }

  static EngineException noSuchVersion(String key, String versionId) {
    return of(
        404,
        "NoSuchVersion",
        "The specified version does not exist.",
        "Key",
        key,
        "VersionId",
        versionId);
  }

  static EngineException invalidVersionId(String versionId) {
    return invalidArgument("Invalid version id specified", "versionId", versionId);
  }

  static EngineException noSuchUpload(String uploadId) {
    return of(
        404,
        "NoSuchUpload",
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have"
            + " been aborted or completed.",
        "UploadId",
        uploadId);
  }

  static EngineException deleteMarker(String method, ObjectVersion marker) {
    return of(
            405,
            "MethodNotAllowed",
            "The specified method is not allowed against this resource.",
            "Method",
            method,
            "ResourceType",
            "DeleteMarker")
        .header("Allow", "DELETE")
        .header("x-amz-delete-marker", "true")
        .header("x-amz-version-id", marker.versionId());
  }

  static EngineException preconditionFailed(String condition) {
    return of(
        412,
        "PreconditionFailed",
        "At least one of the pre-conditions you specified did not hold",
        "Condition",
        condition);
  }

  static EngineException notModified(ObjectVersion version) {
    return of(304, "304", "Not Modified").header("ETag", version.etag());
  }

  /** The error of a request with the method HEAD, whose answer has no body. */
  static EngineException head(EngineException error) {
    EngineException bare = bare(error);
    error.headers().forEach(bare::header);
    return bare;
  }

  private static EngineException bare(EngineException error) {
    return switch (error.status()) {
      case 301 -> of(301, "301", "Moved Permanently");
      case 304 -> of(304, "304", "Not Modified");
      case 403 -> of(403, "403", "Forbidden");
      case 404 -> of(404, "404", "Not Found");
      case 405 -> of(405, "405", "Method Not Allowed");
      case 412 -> of(412, "412", "Precondition Failed");
      case 416 -> of(416, "416", "Requested Range Not Satisfiable");
      default -> of(error.status(), "400", "Bad Request");
    };
  }

  static EngineException accessDenied() {
    return of(403, "AccessDenied", "Access Denied");
  }
}
