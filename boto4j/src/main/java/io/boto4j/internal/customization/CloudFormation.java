package io.boto4j.internal.customization;

import io.boto4j.Structure;
import io.boto4j.internal.call.Customization;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.model.OperationModel;
import java.util.Map;

/** CloudFormation gives back a template as the text it was; one in JSON is read. */
final class CloudFormation implements Customization {
  private static final String BODY = "TemplateBody";

  @Override
  public Structure output(
      OperationModel operation, Map<String, ?> parameters, WireResponse answer, Structure output) {
    if (operation.name().equals("GetTemplate")
        && output instanceof SlotStructure slots
        && output.get(BODY) instanceof String text) {
      Object template = JsonText.read(text);
      return template == null ? output : slots.with(BODY, template);
    }
    return output;
  }
}
