package io.boto4j.internal.customization;

import io.boto4j.error.ParamValidationException;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.hook.CustomizationClient;
import io.boto4j.internal.protocol.InputValues;
import io.boto4j.internal.text.HostLabels;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.OperationModel;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a form the presigned URL of the same call to the source region, which proves to that
 * region that the caller may copy.
 */
final class CrossRegionUrl {
  static final String SOURCE_REGION = "SourceRegion";

  private static final String DESTINATION_REGION = "DestinationRegion";

  private CrossRegionUrl() {}

  /** EC2 expects the destination region in addition to the URL. */
  static HttpRequest ofEc2(
      OperationModel operation,
      Map<String, ?> input,
      HttpRequest request,
      CustomizationClient client) {
    String source = sourceRegion(input);
    if (source == null || input.containsKey("PresignedUrl")) {
      return request;
    }
    FormPairs pairs = FormPairs.of(request);
    pairs.put(DESTINATION_REGION, client.region());
    String url = url(operation, pairs.into(request), source, client);
    FormPairs sent = FormPairs.of(request);
    sent.put("PresignedUrl", url);
    sent.put(DESTINATION_REGION, client.region());
    return sent.into(request);
  }

  /** RDS and the services like it reject the name of the source region. */
  static HttpRequest ofRds(
      OperationModel operation,
      Map<String, ?> input,
      HttpRequest request,
      CustomizationClient client) {
    String source = sourceRegion(input);
    FormPairs pairs = FormPairs.of(request);
    pairs.remove(SOURCE_REGION);
    HttpRequest sent = pairs.into(request);
    if (source == null || input.containsKey("PreSignedUrl")) {
      return sent;
    }
    pairs.put(DESTINATION_REGION, client.region());
    String url = url(operation, pairs.into(request), source, client);
    pairs.remove(DESTINATION_REGION);
    pairs.put("PreSignedUrl", url);
    return pairs.into(request);
  }

  private static @Nullable String sourceRegion(Map<String, ?> input) {
    String source = InputValues.text(input.get(SOURCE_REGION));
    if (source != null && !HostLabels.isLabel(source)) {
      throw new ParamValidationException(
          List.of(
              "Invalid value for parameter SourceRegion: \""
                  + Printable.of(source)
                  + "\" becomes part of the host name, so it must be letters, digits and \"-\""));
    }
    return source;
  }

  /** As in boto3, the endpoint of the source region is this one with the region replaced. */
  private static String url(
      OperationModel operation, HttpRequest request, String source, CustomizationClient client) {
    URI there = URI.create(request.uri().toString().replace(client.region(), source));
    return client.presign(operation, request.withUri(there), source).toString();
  }
}
