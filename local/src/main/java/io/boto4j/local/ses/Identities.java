package io.boto4j.local.ses;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Identities: addresses and domains. Nobody reads a mailbox here or changes a zone, so an identity
 * is verified at once.
 */
final class Identities {
  private static final List<String> TOPICS = List.of("Bounce", "Complaint", "Delivery");

  private final Documents identities;
  private final RandomGenerator random;

  Identities(EngineContext context) {
    this.identities = new Documents(context.store().map("identities"));
    this.random = context.random();
  }

  void register(OperationTable table) {
    table.write("VerifyEmailIdentity", this::verifyAddress);
    table.write("VerifyEmailAddress", this::verifyAddress);
    table.write("VerifyDomainIdentity", this::verifyDomain);
    table.write("VerifyDomainDkim", this::verifyDkim);
    table.write("DeleteIdentity", call -> delete(call.input().text("Identity")));
    table.write("DeleteVerifiedEmailAddress", call -> delete(call.input().text("EmailAddress")));
    table.read("ListIdentities", this::list);
    table.read("ListVerifiedEmailAddresses", call -> listAddresses());
    table.read(
        "GetIdentityVerificationAttributes",
        call -> attributes(call, "VerificationAttributes", Identities::verification));
    table.read(
        "GetIdentityDkimAttributes", call -> attributes(call, "DkimAttributes", Identities::dkim));
    table.write("SetIdentityDkimEnabled", call -> set(call, "DkimEnabled"));
    table.read(
        "GetIdentityNotificationAttributes",
        call -> attributes(call, "NotificationAttributes", Identities::notifications));
    table.write("SetIdentityNotificationTopic", this::setTopic);
    table.write("SetIdentityFeedbackForwardingEnabled", call -> set(call, "ForwardingEnabled"));
    table.write("SetIdentityHeadersInNotificationsEnabled", this::setHeaders);
    table.read(
        "GetIdentityMailFromDomainAttributes",
        call -> attributes(call, "MailFromDomainAttributes", Identities::mailFrom));
    table.write("SetIdentityMailFromDomain", this::setMailFrom);
    table.write("PutIdentityPolicy", this::putPolicy);
    table.write("DeleteIdentityPolicy", this::deletePolicy);
    table.read("GetIdentityPolicies", this::getPolicies);
    table.read(
        "ListIdentityPolicies",
        call -> Params.of("PolicyNames", List.copyOf(policies(call).keySet())));
  }

  /** The identity by which an address may send: its own, or that of its domain. */
  @Nullable Structure of(String address) {
    String bare = bare(address);
    Structure own = identities.find(bare);
    int at = bare.lastIndexOf('@');
    return own != null || at < 0
        ? own
        : identities.find(bare.substring(at + 1).toLowerCase(Locale.ROOT));
  }

  /** The address in {@code Name <address>}. */
  static String bare(String address) {
    int from = address.lastIndexOf('<');
    int to = address.lastIndexOf('>');
    return (from >= 0 && to > from ? address.substring(from + 1, to) : address).trim();
  }

  private Map<String, ?> verifyAddress(EngineCall call) {
    String address = String.valueOf(call.input().text("EmailAddress"));
    if (!bare(address).matches("[^@\\s]+@[^@\\s]+")) {
      throw SesErrors.invalid("Invalid email address<" + address + ">.");
    }
    add(bare(address), false);
    return Map.of();
  }

  private Structure add(String name, boolean isDomain) {
    Structure known = identities.find(name);
    if (known == null) {
      identities.put(name, Params.of("Name", name, "IsDomain", isDomain));
      if (isDomain) {
        identities.edit(name, "Token", token(44));
      }
    }
    return Objects.requireNonNull(identities.find(name));
  }

  private String token(int length) {
    String alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    StringBuilder token = new StringBuilder();
    for (int i = 0; i < length; i++) {
      token.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return token.toString();
  }

  private Map<String, ?> verifyDomain(EngineCall call) {
    String domain = String.valueOf(call.input().text("Domain")).toLowerCase(Locale.ROOT);
    return Params.of("VerificationToken", add(domain, true).text("Token"));
  }

  private Map<String, ?> verifyDkim(EngineCall call) {
    String domain = String.valueOf(call.input().text("Domain")).toLowerCase(Locale.ROOT);
    Structure identity = add(domain, true);
    if (identity.texts("DkimTokens").isEmpty()) {
      identities.edit(domain, "DkimTokens", List.of(token(32), token(32), token(32)));
      identities.edit(domain, "DkimEnabled", true);
    }
    return Params.of(
        "DkimTokens", Objects.requireNonNull(identities.find(domain)).texts("DkimTokens"));
  }

  private Map<String, ?> delete(@Nullable String name) {
    identities.remove(name);
    return Map.of();
  }

  private Map<String, ?> list(EngineCall call) {
    String type = call.input().text("IdentityType");
    List<String> names = new ArrayList<>();
    for (Structure identity : identities.all()) {
      boolean isDomain = Boolean.TRUE.equals(identity.bool("IsDomain"));
      if (type == null || type.equals(isDomain ? "Domain" : "EmailAddress")) {
        names.add(String.valueOf(identity.text("Name")));
      }
    }
    return Documents.page(call.input(), "Identities", names, 1000);
  }

  private Map<String, ?> listAddresses() {
    return Params.of(
        "VerifiedEmailAddresses",
        identities.names().stream().filter(n -> n.contains("@")).toList());
  }

  private Map<String, ?> attributes(
      EngineCall call, String member, Function<Structure, Params> view) {
    Map<String, Params> found = new LinkedHashMap<>();
    for (String name : call.input().texts("Identities")) {
      Structure identity = identities.find(name);
      if (identity != null) {
        found.put(name, view.apply(identity));
      }
    }
    return Params.of(member, found);
  }

  private static Params verification(Structure identity) {
    return Params.of("VerificationStatus", "Success", "VerificationToken", identity.text("Token"));
  }

  private static Params dkim(Structure identity) {
    List<String> tokens = identity.texts("DkimTokens");
    return Params.of(
        "DkimEnabled", Boolean.TRUE.equals(identity.bool("DkimEnabled")),
        "DkimVerificationStatus", tokens.isEmpty() ? "NotStarted" : "Success",
        "DkimTokens", tokens.isEmpty() ? null : tokens);
  }

  private static Params notifications(Structure identity) {
    Params view =
        Params.of("ForwardingEnabled", !Boolean.FALSE.equals(identity.bool("ForwardingEnabled")));
    for (String topic : TOPICS) {
      view =
          view.with(topic + "Topic", identity.text(topic + "Topic"))
              .with(
                  "HeadersIn" + topic + "NotificationsEnabled",
                  Boolean.TRUE.equals(identity.bool(topic + "Headers")));
    }
    return view;
  }

  private static Params mailFrom(Structure identity) {
    String domain = identity.text("MailFromDomain");
    return domain == null
        ? Params.of("BehaviorOnMXFailure", "UseDefaultValue")
        : Params.of(
            "MailFromDomain",
            domain,
            "MailFromDomainStatus",
            "Success",
            "BehaviorOnMXFailure",
            Objects.requireNonNullElse(identity.text("OnFailure"), "UseDefaultValue"));
  }

  private String require(EngineCall call) {
    String name = String.valueOf(call.input().text("Identity"));
    if (identities.find(name) == null) {
      throw SesErrors.invalid("Identity '" + name + "' does not exist.");
    }
    return name;
  }

  private Map<String, ?> set(EngineCall call, String member) {
    identities.edit(require(call), member, call.input().bool(member));
    return Map.of();
  }

  private static String type(EngineCall call) {
    String type = String.valueOf(call.input().text("NotificationType"));
    if (!TOPICS.contains(type)) {
      throw SesErrors.of(
          "ValidationError",
          "1 validation error detected: Value '"
              + type
              + "' at 'notificationType' failed to satisfy constraint: Member must satisfy enum"
              + " value set: [Bounce, Complaint, Delivery]");
    }
    return type;
  }

  private Map<String, ?> setTopic(EngineCall call) {
    identities.edit(require(call), type(call) + "Topic", call.input().text("SnsTopic"));
    return Map.of();
  }

  private Map<String, ?> setHeaders(EngineCall call) {
    identities.edit(require(call), type(call) + "Headers", call.input().bool("Enabled"));
    return Map.of();
  }

  private Map<String, ?> setMailFrom(EngineCall call) {
    String name = require(call);
    String domain = call.input().text("MailFromDomain");
    String own = name.substring(name.lastIndexOf('@') + 1);
    if (domain != null && !domain.isEmpty() && !domain.endsWith("." + own)) {
      throw SesErrors.invalid(
          "Provided MAIL-FROM domain <"
              + domain
              + "> is not subdomain of the domain of the identity <"
              + own
              + ">.");
    }
    identities.edit(name, "MailFromDomain", domain == null || domain.isEmpty() ? null : domain);
    identities.edit(name, "OnFailure", call.input().text("BehaviorOnMXFailure"));
    return Map.of();
  }

  private Map<String, Object> policies(EngineCall call) {
    Structure identity = Objects.requireNonNull(identities.find(require(call)));
    return new TreeMap<>(identity.map("Policies"));
  }

  private Map<String, ?> putPolicy(EngineCall call) {
    Map<String, Object> policies = policies(call);
    policies.put(
        String.valueOf(call.input().text("PolicyName")),
        String.valueOf(call.input().text("Policy")));
    identities.edit(require(call), "Policies", policies);
    return Map.of();
  }

  private Map<String, ?> deletePolicy(EngineCall call) {
    Map<String, Object> policies = policies(call);
    policies.remove(String.valueOf(call.input().text("PolicyName")));
    identities.edit(require(call), "Policies", policies);
    return Map.of();
  }

  private Map<String, ?> getPolicies(EngineCall call) {
    Map<String, Object> policies = policies(call);
    policies.keySet().retainAll(call.input().texts("PolicyNames"));
    return Params.of("Policies", policies);
  }
}
