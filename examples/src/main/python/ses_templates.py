"""Creates and changes a template for e-mail, and sends an e-mail with it."""
import json

import boto3

ses = boto3.client("ses")
ses.verify_email_identity(EmailAddress="sender@example.com")
greeting = {
    "TemplateName": "greeting",
    "SubjectPart": "Hello {{name}}",
    "TextPart": "Dear {{name}}",
    "HtmlPart": "<p>Dear {{name}}</p>",
}
ses.create_template(Template=greeting)
ses.update_template(Template={**greeting, "SubjectPart": "Good morning {{name}}"})
for template in ses.list_templates()["TemplatesMetadata"]:
    print(template["Name"])
print(ses.get_template(TemplateName="greeting")["Template"]["SubjectPart"])

data = json.dumps({"name": 'Ada "the first"'})
sent = ses.send_templated_email(
    Source="sender@example.com",
    Destination={"ToAddresses": ["ada@example.com"], "CcAddresses": ["alan@example.com"]},
    ReplyToAddresses=["sender@example.com"],
    Template="greeting",
    TemplateData=data,
)
print("sent" if sent["MessageId"] else "not sent")
rendered = ses.test_render_template(TemplateName="greeting", TemplateData=data)
print("rendered" if "Dear Ada" in rendered["RenderedTemplate"] else "not rendered")
try:
    ses.get_template(TemplateName="nothing")
except ses.exceptions.TemplateDoesNotExistException as e:
    print(e.response["Error"]["Code"])
