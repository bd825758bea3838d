package io.boto4j.internal.customization;

import io.boto4j.Structure;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.hook.CustomizationClient;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.model.OperationModel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * EC2 expects user data in Base64 and returns console output in Base64, copies a snapshot only with
 * a URL that reads it, and names its filters {@code Filter} in a few of more than a hundred
 * operations.
 */
final class Ec2 implements Customization {
  private static final String OUTPUT = "Output";

  @Override
  public Map<String, ?> input(OperationModel operation, Map<String, ?> input) {
    return operation.name().equals("RunInstances")
        ? UserData.encode(input)
        : MemberAlias.apply(operation, input, "Filter", "Filters");
  }

  @Override
  public HttpRequest request(
      OperationModel operation,
      Map<String, ?> input,
      HttpRequest request,
      CustomizationClient client) {
    return operation.name().equals("CopySnapshot")
        ? CrossRegionUrl.ofEc2(operation, input, request, client)
        : request;
  }

  @Override
  public Structure output(
      OperationModel operation,
      Map<String, ?> parameters,
      WireResponse response,
      Structure output) {
    if (operation.name().equals("GetConsoleOutput")
        && output instanceof SlotStructure slots
        && output.get(OUTPUT) instanceof String text) {
      String decoded = decode(text);
      return decoded == null ? output : slots.with(OUTPUT, decoded);
    }
    return output;
  }

  /** Returns the text of the console, which may contain any bytes, or null if it is not Base64. */
  private static @Nullable String decode(String text) {
    int letters = 0;
    int pads = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0xFF) {
        return null;
      }
      letters += isBase64(c) ? 1 : 0;
      pads += c == '=' ? 1 : 0;
    }
    // Java would accept a truncated text as a complete one without padding.
    return letters % 4 == 0 || (letters + pads) % 4 == 0 ? decodeWhole(text) : null;
  }

  private static boolean isBase64(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }

  private static @Nullable String decodeWhole(String text) {
    try {
      return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
