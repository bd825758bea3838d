package io.boto4j.internal.customization;

import io.boto4j.internal.endpoint.BuiltIns;
import io.boto4j.internal.endpoint.EndpointOptions;
import io.boto4j.internal.protocol.InputValues;
import io.boto4j.internal.text.Arn;
import io.boto4j.internal.text.HostLabels;
import io.boto4j.model.OperationModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The calls for which S3 requires a virtual host or a path, whatever is configured: botocore's
 * {@code customize_endpoint_resolver_builtins}.
 */
final class S3AddressingStyle {
  private S3AddressingStyle() {}

  /** Returns null if the configuration of the client decides. */
  static @Nullable Boolean forcePathStyle(OperationModel operation, Map<String, ?> input) {
    // The caller does not know the region of the bucket, for which a virtual host would be signed.
    if (operation.name().equals("GetBucketLocation")) {
      return true;
    }
    return Arn.is(InputValues.text(input.get("Bucket"))) ? false : null;
  }

  /**
   * Whether a presigned URL has the global host, which works for buckets in all regions.
   *
   * <p>Not if the user asks for something that the global host does not have, nor if the name of
   * the bucket is in the path.
   */
  static boolean isGlobal(ClientFacts client, OperationModel operation, Map<String, ?> input) {
    EndpointOptions options = client.endpoints();
    String style = options.s3().addressingStyle();
    boolean regional = !options.s3().globalUsEast1() && client.region().name().equals("us-east-1");
    if (options.dualstack()
        || regional
        || "virtual".equals(style)
        || Boolean.TRUE.equals(forcePathStyle(operation, input))
        || new BuiltIns(null, options).forcePathStyle()
        || !client.partitions().idOf(client.region().name()).equals("aws")) {
      return false;
    }
    String bucket = InputValues.text(input.get("Bucket"));
    return bucket == null || (HostLabels.isLabel(bucket) && !bucket.endsWith("-x-s3"));
  }
}
