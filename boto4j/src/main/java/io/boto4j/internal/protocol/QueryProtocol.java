package io.boto4j.internal.protocol;

import io.boto4j.Structure;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.internal.value.MapStructure;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.XmlReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * AWS Query and its dialect EC2 Query: every operation is a POST of a form to {@code /}, and is
 * named in {@code Action}; responses are XML.
 *
 * <p>Source: smithy.io, "AWS Query protocol" and "AWS EC2 Query protocol"; where they are silent,
 * boto3's behaviour.
 */
final class QueryProtocol implements Protocol {
  private static final String CONTENT_TYPE = "application/x-www-form-urlencoded; charset=utf-8";

  private final ServiceModel service;
  private final boolean ec2;

  QueryProtocol(ServiceModel service, boolean ec2) {
    this.service = service;
    this.ec2 = ec2;
  }

  @Override
  public WireRequest serialize(OperationModel operation, Map<String, ?> input) {
    FormWriter form = new FormWriter();
    form.addKey("Action");
    form.value(operation.name());
    form.cutKey(0);
    form.addKey("Version");
    form.value(service.apiVersion());
    form.cutKey(0);
    StructureShape shape = operation.input();
    if (shape != null) {
      new QuerySerializer(form, ec2).structure(shape, input);
    }
    // Old models name the operation in the path too. As in boto3, only the form does.
    return new WireRequest(
        operation.httpMethod(),
        "/",
        Headers.builder().add("Content-Type", CONTENT_TYPE).build(),
        HttpBody.of(form.buffer(), 0, form.length()));
  }

  @Override
  public ServiceOutput parseOutput(OperationModel operation, WireResponse response) {
    Member output = operation.outputMember();
    if (output == null && response.body().length == 0) {
      return new ServiceOutput(MapStructure.EMPTY, null);
    }
    try {
      return read(new XmlReader(response.body()), output);
    } catch (RuntimeException e) {
      throw ResponseErrors.unparsable(service, operation, response, e);
    }
  }

  @Override
  public ServiceError parseError(OperationModel operation, WireResponse response) {
    return XmlErrors.parse(service, response, /* rest= */ null);
  }

  /**
   * Reads a response. The root contains the output, in a wrapper if the model has one, and the
   * request id.
   */
  private static ServiceOutput read(XmlReader xml, @Nullable Member output) {
    String wrapper = output == null ? null : output.textTrait("resultWrapper");
    xml.beginRoot();
    XmlParser root =
        output == null || wrapper != null
            ? null
            : new XmlParser(xml, (StructureShape) output.shape());
    Structure result = output == null ? MapStructure.EMPTY : null;
    String requestId = null;
    while (xml.hasNextChild()) {
      if (root != null && root.readChild()) {
        continue;
      }
      if (output != null && result == null && wrapper != null && xml.nameEquals(wrapper)) {
        result = XmlParser.structure(xml, (StructureShape) output.shape());
      } else {
        String found = requestId(xml);
        requestId = requestId == null ? found : requestId;
      }
    }
    xml.end();
    result = root == null ? result : root.structure();
    if (result == null) {
      throw xml.unfit("the element " + wrapper);
    }
    return new ServiceOutput(result, requestId);
  }

  /** Reads an element outside the output, and returns the request id if it is in it, else null. */
  private static @Nullable String requestId(XmlReader xml) {
    if (xml.nameEquals("requestId")) {
      return xml.readText();
    }
    if (!xml.nameEquals("ResponseMetadata")) {
      xml.skipElement();
      return null;
    }
    String id = null;
    while (xml.hasNextChild()) {
      if (xml.nameEquals("RequestId")) {
        id = xml.readText();
      } else {
        xml.skipElement();
      }
    }
    return id;
  }
}
