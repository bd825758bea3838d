package io.boto4j.internal.customization;

import io.boto4j.internal.call.Customization;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.model.OperationModel;
import io.boto4j.model.codec.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** SSO OIDC words its errors as OAuth 2.0 does (RFC 6749, section 5.2), not as AWS does. */
final class SsoOidc implements Customization {
  @Override
  public WireResponse answer(OperationModel operation, WireResponse answer) {
    if (answer.statusCode() < 400
        || !(JsonText.read(answer.body()) instanceof Map<?, ?> error)
        || !(error.get("error_description") instanceof String description)
        || description.isEmpty()
        || hasMessage(error)) {
      return answer;
    }
    Map<Object, Object> worded = new LinkedHashMap<>(error);
    worded.put("Message", description);
    byte[] body = new JsonWriter().value(worded).toByteArray();
    return new WireResponse(answer.statusCode(), answer.headers(), body);
  }

  private static boolean hasMessage(Map<?, ?> error) {
    Object message = error.containsKey("Message") ? error.get("Message") : error.get("message");
    return message != null && !message.equals("");
  }
}
