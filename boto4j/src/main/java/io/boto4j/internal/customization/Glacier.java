package io.boto4j.internal.customization;

import io.boto4j.error.RequestBodyException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.body.KeepStream;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.hook.CustomizationClient;
import io.boto4j.internal.retry.ServiceRetries;
import io.boto4j.model.OperationModel;
import java.io.IOException;
import java.util.Map;

/**
 * Glacier expects its API version in a header, an account (a hyphen for the caller's own), and two
 * hashes with every upload.
 */
final class Glacier implements Customization {
  private static final String ACCOUNT_ID = "accountId";
  private static final String CONTENT_SHA256 = "x-amz-content-sha256";
  private static final String TREE_HASH = "x-amz-sha256-tree-hash";
  private static final String VERSION = "2012-06-01";

  @Override
  public Map<String, ?> input(OperationModel operation, Map<String, ?> input) {
    Object given = input.get(ACCOUNT_ID);
    if (given != null && !given.equals("")) {
      return input;
    }
    InputChanges changed = new InputChanges(input);
    changed.put(ACCOUNT_ID, "-");
    return changed.map();
  }

  @Override
  public HttpRequest request(
      OperationModel operation,
      Map<String, ?> input,
      HttpRequest request,
      CustomizationClient client) {
    HttpRequest versioned = request.withHeader("x-amz-glacier-version", VERSION);
    return switch (operation.name()) {
      case "UploadArchive", "UploadMultipartPart" -> hashed(versioned);
      default -> versioned;
    };
  }

  private static HttpRequest hashed(HttpRequest request) {
    HttpRequest kept = request.body().replayable() ? request : KeepStream.of(request);
    TreeHash hash = new TreeHash();
    try {
      kept.body().writeTo(hash);
    } catch (IOException e) {
      throw new RequestBodyException(
          request.uri().getScheme()
              + "://"
              + request.uri().getRawAuthority()
              + request.uri().getRawPath(),
          "it cannot be read for its hash: " + e.getMessage(),
          e);
    }
    Headers.Builder headers = kept.headers().toBuilder();
    if (!headers.contains(CONTENT_SHA256)) {
      headers.set(CONTENT_SHA256, hash.linear());
    }
    if (!headers.contains(TREE_HASH)) {
      headers.set(TREE_HASH, hash.tree());
    }
    return kept.withHeaders(headers.build());
  }

  @Override
  public ServiceRetries retries() {
    return new ServiceRetries() {
      @Override
      public boolean isInLegacyTable(int status, String code) {
        return status == 408 && code.equals("RequestTimeoutException");
      }
    };
  }
}
