package io.boto4j.internal.protocol;

import io.boto4j.ResponseMetadata;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.internal.value.MapStructure;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.CborWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Smithy RPC v2 CBOR: every operation is a POST of one CBOR map to a path with its name.
 *
 * <p>Source: smithy.io, "Smithy RPC v2 CBOR protocol"; where it is silent, boto3's behaviour.
 */
final class RpcV2CborProtocol implements Protocol {
  private static final String CBOR = "application/cbor";

  private final ServiceModel service;
  private final String pathPrefix;
  private final boolean queryCompatible;

  RpcV2CborProtocol(ServiceModel service) {
    this.service = service;
    String prefix = service.metadata().text("targetPrefix");
    this.pathPrefix =
        "/service/" + (prefix == null ? service.endpointPrefix() : prefix) + "/operation/";
    this.queryCompatible = service.metadata().get("awsQueryCompatible") != null;
  }

  @Override
  public WireRequest serialize(OperationModel operation, Map<String, ?> input) {
    StructureShape shape = operation.input();
    // As in boto3, a request has the type of its response, even if that is an event stream.
    String type = operation.eventOutput() != null ? RestProtocol.EVENT_STREAM : CBOR;
    Headers.Builder headers = Headers.builder();
    headers.add("smithy-protocol", "rpc-v2-cbor");
    if (queryCompatible) {
      headers.add("x-amzn-query-mode", "true");
    }
    headers.add("Accept", type);
    if (shape != null) {
      headers.add("Content-Type", type);
    }
    return new WireRequest(
        "POST", pathPrefix + operation.name(), headers.build(), body(shape, input));
  }

  private static HttpBody body(@Nullable StructureShape shape, Map<String, ?> input) {
    if (shape == null) {
      return HttpBody.empty();
    }
    CborWriter cbor = new CborWriter();
    CborSerializer.structure(cbor, shape, input);
    return HttpBody.of(cbor.buffer(), 0, cbor.length());
  }

  @Override
  public ServiceOutput parseOutput(OperationModel operation, WireResponse response) {
    StructureShape shape = operation.output();
    if (shape == null) {
      return new ServiceOutput(MapStructure.EMPTY, null);
    }
    if (response.body().length == 0) {
      return new ServiceOutput(SlotStructure.empty(shape), null);
    }
    try {
      return new ServiceOutput(CborParser.body(response.body(), shape), null);
    } catch (RuntimeException e) {
      throw ResponseErrors.unparsable(service, operation, response, e);
    }
  }

  @Override
  public ServiceOutput parseEvents(
      OperationModel operation, WireResponse response, ResponseMetadata metadata) {
    return new OutputEvents(service, operation, CborEventBodies.INSTANCE, response, metadata)
        .afterInitialResponse();
  }

  @Override
  public ServiceError parseError(OperationModel operation, WireResponse response) {
    return CborErrors.parse(service, response);
  }
}
