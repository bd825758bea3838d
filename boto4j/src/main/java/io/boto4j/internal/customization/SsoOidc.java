package io.boto4j.internal.customization;

import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.model.OperationModel;
import io.boto4j.model.codec.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** SSO OIDC reports errors in the format of OAuth 2.0 (RFC 6749, section 5.2). */
final class SsoOidc implements Customization {
  @Override
  public WireResponse response(OperationModel operation, WireResponse response) {
    if (response.statusCode() < 400
        || !(JsonText.read(response.body()) instanceof Map<?, ?> error)
        || !(error.get("error_description") instanceof String description)
        || description.isEmpty()
        || hasMessage(error)) {
      return response;
    }
    Map<Object, Object> worded = new LinkedHashMap<>(error);
    worded.put("Message", description);
    byte[] body = new JsonWriter().value(worded).toByteArray();
    return new WireResponse(response.statusCode(), response.headers(), body);
  }

  private static boolean hasMessage(Map<?, ?> error) {
    Object message = error.containsKey("Message") ? error.get("Message") : error.get("message");
    return message != null && !message.equals("");
  }
}
