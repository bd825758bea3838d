package io.boto4j.local.sns;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Short messages: attributes, numbers that opted out, and publishing to a number.
 *
 * <p>No operation opts a number out, since the owner of the phone does that. Here, numbers that end
 * in 99 have opted out until they are opted in again; the list begins with some that are reserved
 * for fiction.
 */
final class Phones {
  private static final int LONGEST = 1600;
  private static final List<String> OPTED_OUT = List.of("+15555550199", "+447700900999");

  private final Table phones;
  private final Outbox outbox;

  Phones(EngineContext context, Outbox outbox) {
    this.phones = new Table(context.store(), "phones");
    this.outbox = outbox;
  }

  synchronized Map<String, ?> setAttributes(EngineCall call) {
    Map<String, String> changed = stored("attributes");
    changed.putAll(Table.texts(call.input(), "attributes"));
    phones.write(() -> phones.put("attributes", Map.of("values", changed)));
    return Map.of();
  }

  private Map<String, String> stored(String key) {
    Structure document = phones.get(key);
    return document == null ? new LinkedHashMap<>() : Table.texts(document, "values");
  }

  Map<String, ?> getAttributes(EngineCall call) {
    Map<String, String> attributes = stored("attributes");
    List<String> names = call.input().texts("attributes");
    if (!names.isEmpty()) {
      attributes.keySet().retainAll(names);
    }
    return Map.of("attributes", attributes);
  }

  private static String number(EngineCall call) {
    String number = Objects.requireNonNullElse(call.input().text("phoneNumber"), "");
    if (!number.matches("\\+?[0-9]+")) {
      throw SnsErrors.parameter("PhoneNumber Reason: input incorrectly formatted");
    }
    return number;
  }

  Map<String, ?> isOptedOut(EngineCall call) {
    return Map.of("isOptedOut", isOptedOut(number(call)));
  }

  private boolean isOptedOut(String number) {
    return number.endsWith("99") && !stored("optedIn").containsKey(number);
  }

  Map<String, ?> listOptedOut(EngineCall call) {
    List<String> numbers = OPTED_OUT.stream().filter(this::isOptedOut).toList();
    Map<String, Object> page =
        new LinkedHashMap<>(
            Table.page(
                "phoneNumbers", numbers, Tokens.read(call.input().text("nextToken")), Topics.PAGE));
    Object token = page.remove("NextToken");
    if (token != null) {
      page.put("nextToken", token);
    }
    return page;
  }

  synchronized Map<String, ?> optIn(EngineCall call) {
    Map<String, String> numbers = stored("optedIn");
    numbers.put(number(call), "true");
    phones.write(() -> phones.put("optedIn", Map.of("values", numbers)));
    return Map.of();
  }

  /** Publishes to a number. */
  Map<String, ?> publish(String number, String message) {
    if (!Endpoints.isPhoneNumber(number)) {
      throw SnsErrors.invalid("Phone number does not meet the E164 format");
    }
    if (message.length() > LONGEST) {
      throw SnsErrors.invalid("SMS message must be less than " + LONGEST + " bytes");
    }
    if (!isOptedOut(number)) {
      outbox.add("sms", number, message);
    }
    return Map.of("MessageId", UUID.randomUUID().toString());
  }
}
