package io.boto4j.examples.boto3;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import java.util.List;
import java.util.Map;

/** Creates and changes a template for e-mail, and sends an e-mail with it. */
class SesTemplates {
  public static void main(String[] args) {
    var ses = Session.create().client("ses");
    ses.call("VerifyEmailIdentity", Params.of("EmailAddress", "sender@example.com"));
    var greeting = Params.of(
        "TemplateName", "greeting",
        "SubjectPart", "Hello {{name}}",
        "TextPart", "Dear {{name}}",
        "HtmlPart", "<p>Dear {{name}}</p>");
    ses.call("CreateTemplate", Params.of("Template", greeting));
    ses.call("UpdateTemplate", Params.of("Template", greeting.with("SubjectPart", "Good morning {{name}}")));
    for (var template : ses.items("ListTemplates")) {
      System.out.println(template.text("Name"));
    }
    var stored = ses.call("GetTemplate", Params.of("TemplateName", "greeting"));
    System.out.println(stored.text("Template", "SubjectPart"));

    var data = Json.write(Map.of("name", "Ada \"the first\""));
    var sent = ses.call("SendTemplatedEmail", Params.of(
        "Source", "sender@example.com",
        "Destination", Map.of("ToAddresses", List.of("ada@example.com"), "CcAddresses", List.of("alan@example.com")),
        "ReplyToAddresses", List.of("sender@example.com"),
        "Template", "greeting",
        "TemplateData", data));
    System.out.println(sent.text("MessageId").isEmpty() ? "not sent" : "sent");
    var rendered = ses.call("TestRenderTemplate", Params.of("TemplateName", "greeting", "TemplateData", data));
    System.out.println(rendered.text("RenderedTemplate").contains("Dear Ada") ? "rendered" : "not rendered");
    try {
      ses.call("GetTemplate", Params.of("TemplateName", "nothing"));
    } catch (ServiceException e) {
      e.rethrowUnless("TemplateDoesNotExistException");
      System.out.println(e.code());
    }
  }
}
