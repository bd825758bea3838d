package io.boto4j.examples.interfaces;

import io.boto4j.Json;
import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Service;
import io.boto4j.typed.Typed;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Creates and changes a template for e-mail, and sends an e-mail with it. */
class SesTemplates {
  record Template(String templateName, String subjectPart, String textPart, String htmlPart) {}

  record Destination(List<String> toAddresses, List<String> ccAddresses) {}

  @Service("ses")
  interface Ses {
    @Operation("VerifyEmailIdentity") void verify(@Param("EmailAddress") String address);

    @Operation("CreateTemplate") void create(@Param("Template") Template template);

    @Operation("UpdateTemplate") void update(@Param("Template") Template template);

    @Operation("ListTemplates") @Result("TemplatesMetadata[].Name") Stream<String> templates();

    @Operation("GetTemplate") @Result("Template") Template template(@Param("TemplateName") String name);

    @Operation("SendTemplatedEmail") @Result("MessageId")
    String send(@Param("Source") String from, @Param("Destination") Destination to,
        @Param("ReplyToAddresses") List<String> replyTo, @Param("Template") String template,
        @Param("TemplateData") String data);

    @Operation("TestRenderTemplate") @Result("RenderedTemplate")
    String render(@Param("TemplateName") String template, @Param("TemplateData") String data);
  }

  public static void main(String[] args) {
    var ses = Typed.of(Session.create(), Ses.class);
    ses.verify("sender@example.com");
    ses.create(new Template("greeting", "Hello {{name}}", "Dear {{name}}", "<p>Dear {{name}}</p>"));
    ses.update(new Template("greeting", "Good morning {{name}}", "Dear {{name}}", "<p>Dear {{name}}</p>"));
    ses.templates().forEach(System.out::println);
    System.out.println(ses.template("greeting").subjectPart());

    var data = Json.write(Map.of("name", "Ada \"the first\""));
    var destination = new Destination(List.of("ada@example.com"), List.of("alan@example.com"));
    var sent = ses.send("sender@example.com", destination, List.of("sender@example.com"), "greeting", data);
    System.out.println(sent.isEmpty() ? "not sent" : "sent");
    System.out.println(ses.render("greeting", data).contains("Dear Ada") ? "rendered" : "not rendered");
    try {
      ses.template("nothing");
    } catch (ServiceException e) {
      e.rethrowUnless("TemplateDoesNotExistException");
      System.out.println(e.code());
    }
  }
}
