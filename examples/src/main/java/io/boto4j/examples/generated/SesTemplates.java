package io.boto4j.examples.generated;

import io.boto4j.Json;
import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import io.boto4j.examples.generated.ses.CreateTemplateRequest;
import io.boto4j.examples.generated.ses.Destination;
import io.boto4j.examples.generated.ses.GetTemplateRequest;
import io.boto4j.examples.generated.ses.SendTemplatedEmailRequest;
import io.boto4j.examples.generated.ses.Ses;
import io.boto4j.examples.generated.ses.Template;
import io.boto4j.examples.generated.ses.TestRenderTemplateRequest;
import io.boto4j.examples.generated.ses.UpdateTemplateRequest;
import io.boto4j.examples.generated.ses.VerifyEmailIdentityRequest;
import java.util.Map;

/** Creates and changes a template for e-mail, and sends an e-mail with it. */
class SesTemplates {
  public static void main(String[] args) {
    var ses = Ses.of(Session.create().client("ses"));
    ses.verifyEmailIdentity(VerifyEmailIdentityRequest.of("sender@example.com"));
    var greeting = Template.of("greeting")
        .subjectPart("Hello {{name}}")
        .textPart("Dear {{name}}")
        .htmlPart("<p>Dear {{name}}</p>");
    ses.createTemplate(CreateTemplateRequest.of(greeting));
    ses.updateTemplate(UpdateTemplateRequest.of(greeting.subjectPart("Good morning {{name}}")));
    for (var template : ses.listTemplatesItems()) {
      System.out.println(template.name());
    }
    var stored = ses.getTemplate(GetTemplateRequest.of("greeting"));
    System.out.println(stored.template().subjectPart());

    var data = Json.write(Map.of("name", "Ada \"the first\""));
    var destination = Destination.of().toAddresses("ada@example.com").ccAddresses("alan@example.com");
    var sent = ses.sendTemplatedEmail(
        SendTemplatedEmailRequest.of("sender@example.com", destination, "greeting", data)
            .replyToAddresses("sender@example.com"));
    System.out.println(sent.messageId().isEmpty() ? "not sent" : "sent");
    var rendered = ses.testRenderTemplate(TestRenderTemplateRequest.of("greeting", data));
    System.out.println(rendered.renderedTemplate().contains("Dear Ada") ? "rendered" : "not rendered");
    try {
      ses.getTemplate(GetTemplateRequest.of("nothing"));
    } catch (ServiceException e) {
      e.rethrowUnless("TemplateDoesNotExistException");
      System.out.println(e.code());
    }
  }
}
