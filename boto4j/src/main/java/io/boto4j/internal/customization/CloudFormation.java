package io.boto4j.internal.customization;

import io.boto4j.Structure;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CloudFormation returns a template as text; a JSON template is parsed. */
final class CloudFormation implements Customization {
  private static final String BODY = "TemplateBody";

  @Override
  public boolean differs(String name, @Nullable Member member) {
    return name.equals(BODY);
  }

  @Override
  public Structure output(
      OperationModel operation,
      Map<String, ?> parameters,
      WireResponse response,
      Structure output) {
    if (operation.name().equals("GetTemplate")
        && output instanceof SlotStructure slots
        && output.get(BODY) instanceof String text) {
      Object template = JsonText.read(text);
      return template == null ? output : slots.with(BODY, template);
    }
    return output;
  }
}
