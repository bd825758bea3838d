package io.boto4j.internal.customization;

import io.boto4j.error.ServiceException;
import io.boto4j.internal.endpoint.ClientRegion;
import io.boto4j.internal.endpoint.EndpointOptions;
import io.boto4j.internal.endpoint.Partitions;
import io.boto4j.internal.endpoint.ResolvedEndpoint;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.hook.CustomizationClient;
import io.boto4j.internal.input.InputHints;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.retry.ServiceRetries;
import io.boto4j.model.OperationModel;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB sends a CRC32 of every response, can be asked for its endpoints, and names the type of
 * every attribute value.
 */
final class DynamoDb implements Customization {
  private static final String CRC = "x-amz-crc32";

  /** Null unless the user wants endpoints to be discovered. */
  private final @Nullable Customization discovered;

  DynamoDb() {
    this(null);
  }

  private DynamoDb(@Nullable Customization discovered) {
    this.discovered = discovered;
  }

  @Override
  public Customization forClient(
      EndpointOptions endpoints,
      ClientRegion region,
      Partitions partitions,
      @Nullable String discovery) {
    return discovery == null
        ? this
        : new DynamoDb(
            EndpointDiscovery.of(
                endpoints, partitions, discovery, "dynamodb", /* insists= */ false));
  }

  /** Compares the checksum with the body as it was received. Ignores a header without a number. */
  @Override
  public @Nullable RuntimeException damage(WireResponse response) {
    String header = response.headers().first(CRC);
    if (header == null) {
      return null;
    }
    CRC32 crc = new CRC32();
    crc.update(response.body());
    return crc.getValue() == expected(header, crc.getValue()) ? null : mismatch(header, crc);
  }

  private static long expected(String header, long otherwise) {
    try {
      return Long.parseLong(header.strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private static RuntimeException mismatch(String header, CRC32 crc) {
    return Errors.checksum(
        "Checksum crc32 failed, expected checksum "
            + header.strip()
            + " did not match calculated checksum "
            + crc.getValue()
            + ".");
  }

  @Override
  public ResolvedEndpoint endpoint(
      OperationModel operation,
      Map<String, ?> input,
      ResolvedEndpoint resolved,
      CustomizationClient client) {
    return discovered == null ? resolved : discovered.endpoint(operation, input, resolved, client);
  }

  @Override
  public void forget() {
    if (discovered != null) {
      discovered.forget();
    }
  }

  @Override
  public boolean mayReroute() {
    return discovered != null && discovered.mayReroute();
  }

  @Override
  public boolean reroutes(
      OperationModel operation,
      Map<String, ?> input,
      ServiceException refusal,
      CustomizationClient client) {
    return discovered != null && discovered.reroutes(operation, input, refusal, client);
  }

  @Override
  public int maxAttempts(int usual, boolean legacy) {
    return legacy ? 10 : 4;
  }

  @Override
  public InputHints inputHints() {
    return AttributeValueHints.create();
  }

  @Override
  public ServiceRetries retries() {
    return DynamoDbRetries.create();
  }
}
