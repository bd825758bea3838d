package io.boto4j.local.ses;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The operations that send e-mails, which are kept with everything that was rendered. */
final class Sending {
  private static final int MOST = 50;

  private final EngineContext context;
  private final Identities identities;
  private final Templates templates;
  private final ConfigurationSets sets;
  private final Mailbox mailbox;
  private final OperationTable table;
  private final Feedback feedback;

  Sending(
      EngineContext context,
      Identities identities,
      Templates templates,
      ConfigurationSets sets,
      Mailbox mailbox,
      OperationTable table) {
    this.context = context;
    this.identities = identities;
    this.templates = templates;
    this.sets = sets;
    this.mailbox = mailbox;
    this.table = table;
    this.feedback = new Feedback(context);
  }

  void register() {
    table.write("SendEmail", this::send);
    table.write("SendRawEmail", this::sendRaw);
    table.write("SendTemplatedEmail", this::sendTemplated);
    table.write("SendBulkTemplatedEmail", this::sendBulk);
  }

  private static List<String> addresses(Structure destination) {
    List<String> all = new ArrayList<>(destination.texts("ToAddresses"));
    all.addAll(destination.texts("CcAddresses"));
    all.addAll(destination.texts("BccAddresses"));
    return all;
  }

  private static void checkDestinations(List<String> destinations) {
    if (destinations.size() > MOST) {
      throw SesErrors.rejected("Recipient count exceeds 50.");
    }
    for (String each : destinations) {
      String bare = Identities.bare(each);
      int at = bare.lastIndexOf('@');
      if (at < 0) {
        throw SesErrors.invalid("Missing final '@domain'");
      }
      if (at == bare.length() - 1 || bare.indexOf(' ') >= 0) {
        throw SesErrors.invalid("Domain contains illegal character");
      }
    }
  }

  /** Checks who sends, with which set, and returns the identity. */
  private Structure checkSender(@Nullable String source, Structure input) {
    if (!mailbox.isEnabled()) {
      throw SesErrors.of("AccountSendingPausedException", "Email sending is disabled for account.");
    }
    String sender = source == null ? "" : source;
    Structure identity = identities.of(sender);
    if (identity == null) {
      mailbox.reject(sender);
      throw SesErrors.rejected(
          "Email address is not verified. The following identities failed the check in region "
              + context.region().toUpperCase(Locale.ROOT)
              + ": "
              + sender);
    }
    sets.check(input.text("ConfigurationSetName"));
    return identity;
  }

  private String accept(
      Structure identity, String source, List<String> destinations, Params message) {
    String id = mailbox.accept(message.with("Source", source).with("Destinations", destinations));
    feedback.tell(identity, source, id, destinations);
    return id;
  }

  private Map<String, ?> send(EngineCall call) {
    Structure input = call.input();
    String source = String.valueOf(input.text("Source"));
    List<String> destinations = addresses(input.map("Destination"));
    Structure identity = checkSender(source, input);
    checkDestinations(destinations);
    if (destinations.isEmpty()) {
      throw SesErrors.invalid("Missing final '@domain'");
    }
    Params message =
        Params.of(
            "SubjectPart", input.text("Message", "Subject", "Data"),
            "TextPart", input.text("Message", "Body", "Text", "Data"),
            "HtmlPart", input.text("Message", "Body", "Html", "Data"),
            "ReplyToAddresses", input.texts("ReplyToAddresses"));
    return Params.of("MessageId", accept(identity, source, destinations, message));
  }

  private Map<String, ?> sendRaw(EngineCall call) {
    Structure input = call.input();
    byte[] raw = Objects.requireNonNullElse(input.bytes("RawMessage", "Data"), new byte[0]);
    String text = new String(raw, StandardCharsets.UTF_8);
    String source = input.text("Source");
    String from = RawHeaders.first(text, "from");
    if (source == null && from == null) {
      throw SesErrors.invalid("Missing required header 'From'.");
    }
    String sender = source == null ? String.valueOf(from) : source;
    List<String> destinations = new ArrayList<>(input.texts("Destinations"));
    if (destinations.isEmpty()) {
      for (String header : List.of("to", "cc", "bcc")) {
        destinations.addAll(RawHeaders.addresses(text, header));
      }
    }
    Structure identity = checkSender(sender, input);
    checkDestinations(destinations);
    return Params.of(
        "MessageId", accept(identity, sender, destinations, Params.of("RawMessage", text)));
  }

  private Map<String, ?> sendTemplated(EngineCall call) {
    Structure input = call.input();
    String source = String.valueOf(input.text("Source"));
    List<String> destinations = addresses(input.map("Destination"));
    Structure identity = checkSender(source, input);
    checkDestinations(destinations);
    Structure template = templates.require(input.text("Template"));
    Params message = rendered(template, Templates.data(input.text("TemplateData")));
    return Params.of("MessageId", accept(identity, source, destinations, message));
  }

  /** Missing attributes do not fail the call: the service finds them after it has accepted. */
  private static Params rendered(Structure template, Structure data) {
    Params message = Params.of("Template", template.text("TemplateName"));
    try {
      return message.withAll(Templates.render(template, data));
    } catch (EngineException e) {
      return message.with("RenderingFailure", e.serviceMessage());
    }
  }

  private Map<String, ?> sendBulk(EngineCall call) {
    Structure input = call.input();
    String source = String.valueOf(input.text("Source"));
    List<Structure> destinations = input.structures("Destinations");
    if (destinations.size() > MOST) {
      throw SesErrors.rejected("Too many destinations.");
    }
    Structure identity = checkSender(source, input);
    Structure template = templates.require(input.text("Template"));
    Structure usual = Templates.data(input.text("DefaultTemplateData"));
    List<Params> statuses = new ArrayList<>();
    for (Structure each : destinations) {
      List<String> addresses = addresses(each.map("Destination"));
      try {
        checkDestinations(addresses);
      } catch (EngineException e) {
        statuses.add(Params.of("Status", "InvalidParameterValue", "Error", e.serviceMessage()));
        continue;
      }
      Params data =
          Params.copyOf(usual).withAll(Templates.data(each.text("ReplacementTemplateData")));
      Params message = rendered(template, Json.read(Json.write(data), Structure.class));
      statuses.add(
          Params.of(
              "Status", "Success", "MessageId", accept(identity, source, addresses, message)));
    }
    return Params.of("Status", statuses);
  }
}
