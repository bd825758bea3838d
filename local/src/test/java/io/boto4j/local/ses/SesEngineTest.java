package io.boto4j.local.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structures;
import io.boto4j.error.ServiceException;
import io.boto4j.local.EngineDoor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SES on its own. */
final class SesEngineTest {
  private final EngineDoor door = new EngineDoor(new SesFactory());
  private final Client ses = door.client("ses");

  @AfterEach
  void close() {
    door.close();
  }

  private static Params email(String source) {
    return Params.of(
        "Source", source,
        "Destination", Map.of("ToAddresses", List.of("ada@example.org")),
        "Message",
            Map.of(
                "Subject", Map.of("Data", "Hello"),
                "Body", Map.of("Text", Map.of("Data", "Dear Ada"))));
  }

  @Test
  void sender_unverified_isRejectedUntilItsDomainIsVerified() {
    assertThatThrownBy(() -> ses.call("SendEmail", email("me@example.com")))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining(
            "Email address is not verified. The following identities failed the check in region"
                + " EU-WEST-1: me@example.com");
    ses.call("VerifyDomainIdentity", Params.of("Domain", "example.com"));
    assertThat(ses.call("SendEmail", email("Me <me@example.com>")).text("MessageId")).isNotEmpty();
    assertThat(ses.call("GetSendQuota").real("SentLast24Hours")).isEqualTo(1.0);
    assertThat(ses.call("GetSendStatistics").search("SendDataPoints[0].Rejects")).isEqualTo(1L);
  }

  @Test
  void template_renders_valuesSectionsAndLists() {
    var data =
        Structures.of(
            Map.of(
                "user", Map.of("name", "Ada"),
                "items", List.of(Map.of("n", 1), Map.of("n", 2)),
                "vip", true));
    String text =
        "Hi {{user.name}}{{#if vip}}!{{else}}.{{/if}} {{#each items}}[{{@index}}:{{n}}]{{/each}}"
            + "{{#unless vip}}no{{/unless}}{{#if nothing}}a{{else if vip}}b{{/if}}{{! note }}";
    assertThat(Renderer.render(text, data)).isEqualTo("Hi Ada! [0:1][1:2]b");
  }

  @Test
  void template_withoutAnAttribute_failsInTheTestOnly() {
    ses.call("VerifyEmailIdentity", Params.of("EmailAddress", "me@example.com"));
    ses.call(
        "CreateTemplate",
        Params.of(
            "Template",
            Map.of(
                "TemplateName", "t", "SubjectPart", "Hi {{name}}", "TextPart", "Dear {{name}}")));
    Params data = Params.of("TemplateName", "t", "TemplateData", "{\"name\": \"Ada\"}");
    assertThat(ses.call("TestRenderTemplate", data).text("RenderedTemplate"))
        .contains("Subject: Hi Ada")
        .contains("Dear Ada");
    assertThatThrownBy(() -> ses.call("TestRenderTemplate", data.with("TemplateData", "{}")))
        .hasMessageContaining("Attribute 'name' is not present in the rendering data.");
    Params send =
        Params.of(
            "Source", "me@example.com",
            "Destination", Map.of("ToAddresses", List.of("ada@example.org")),
            "Template", "t",
            "TemplateData", "{}");
    assertThat(ses.call("SendTemplatedEmail", send).text("MessageId")).isNotEmpty();
    assertThatThrownBy(() -> ses.call("SendTemplatedEmail", send.with("Template", "no")))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("Template no does not exist");
  }
}
