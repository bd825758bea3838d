package io.boto4j.internal.protocol;

import io.boto4j.ResponseMetadata;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.internal.value.MapStructure;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.JsonWriter;
import java.util.Map;

/**
 * AWS JSON 1.0 and 1.1: every operation is a POST of one JSON object to {@code /}, and is named in
 * {@code X-Amz-Target}.
 *
 * <p>Source: smithy.io, "AWS JSON 1.0 / 1.1 protocol"; where it is silent, boto3's behaviour.
 */
final class JsonProtocol implements Protocol {
  private static final byte[] EMPTY_OBJECT = {'{', '}'};

  private final ServiceModel service;
  private final String contentType;
  private final String targetPrefix;
  private final boolean queryCompatible;
  private final boolean milliseconds;

  JsonProtocol(ServiceModel service, boolean milliseconds) {
    this.milliseconds = milliseconds;
    this.service = service;
    String version = service.metadata().text("jsonVersion");
    this.contentType = "application/x-amz-json-" + (version == null ? "1.0" : version);
    String prefix = service.metadata().text("targetPrefix");
    this.targetPrefix = prefix == null ? service.endpointPrefix() : prefix;
    this.queryCompatible = service.metadata().get("awsQueryCompatible") != null;
  }

  @Override
  public WireRequest serialize(OperationModel operation, Map<String, ?> input) {
    Headers.Builder headers = Headers.builder();
    headers.add("X-Amz-Target", targetPrefix + "." + operation.name());
    headers.add("Content-Type", contentType);
    if (queryCompatible) {
      headers.add("x-amzn-query-mode", "true");
    }
    return new WireRequest(
        operation.httpMethod(), operation.requestUri(), headers.build(), body(operation, input));
  }

  private HttpBody body(OperationModel operation, Map<String, ?> input) {
    StructureShape shape = operation.input();
    if (shape == null) {
      return HttpBody.of(EMPTY_OBJECT);
    }
    JsonWriter json = new JsonWriter().spaced();
    new JsonSerializer(json, milliseconds).structure(shape, input);
    return HttpBody.of(json.buffer(), 0, json.length());
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
      return new ServiceOutput(JsonParser.body(response.body(), shape), null);
    } catch (RuntimeException e) {
      throw ResponseErrors.unparsable(service, operation, response, e);
    }
  }

  @Override
  public ServiceOutput parseEvents(
      OperationModel operation, WireResponse response, ResponseMetadata metadata) {
    return new OutputEvents(service, operation, JsonEventBodies.INSTANCE, response, metadata)
        .afterInitialResponse();
  }

  @Override
  public ServiceError parseError(OperationModel operation, WireResponse response) {
    return JsonErrors.parse(service, response, /* rest= */ null);
  }
}
