package io.boto4j;

import io.boto4j.http.HttpTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** An invented rest-json service, with HTTP bindings that no AWS service has. */
@SuppressWarnings("boto4j") // models that the test writes
final class MadeUpRest {
  private static final String MODEL =
      """
      {"version": "2.0",
       "metadata": {"apiVersion": "2026-01-01", "endpointPrefix": "rest", "protocol": "rest-json",
         "serviceId": "Rest", "signatureVersion": "v4"},
       "operations": {
         "Bind": {"name": "Bind", "http": {"method": "POST", "requestUri": "/{id}/{rest+}/x?fix=1&v={Ver}"},
           "input": {"shape": "Input"}},
         "Scalar": {"name": "Scalar", "http": {"method": "POST", "requestUri": "/"},
           "input": {"shape": "ScalarInput"}},
         "Answer": {"name": "Answer", "http": {"method": "GET", "requestUri": "/"},
           "output": {"shape": "Output"}, "errors": [{"shape": "Sorry"}]},
         "Bare": {"name": "Bare", "http": {"method": "GET", "requestUri": "/"},
           "output": {"shape": "BareOutput"}}},
       "shapes": {
         "Input": {"type": "structure", "members": {
           "Id": {"shape": "Text", "location": "uri", "locationName": "id"},
           "Rest": {"shape": "Text", "location": "uri", "locationName": "rest"},
           "Ver": {"shape": "Boolean", "location": "uri"},
           "Query": {"shape": "Text", "location": "querystring", "locationName": "q"},
           "Flags": {"shape": "Booleans", "location": "querystring", "locationName": "flag"},
           "More": {"shape": "TextMap", "location": "querystring"},
           "Head": {"shape": "Text", "location": "header", "locationName": "X-Head"},
           "Bytes": {"shape": "Blob", "location": "header", "locationName": "X-Bytes"},
           "Numbers": {"shape": "Numbers", "location": "header", "locationName": "X-Numbers"},
           "Times": {"shape": "Times", "location": "header", "locationName": "X-Times"},
           "Meta": {"shape": "TextMap", "location": "headers", "locationName": "X-Meta-"},
           "Body": {"shape": "Text"}}},
         "ScalarInput": {"type": "structure", "payload": "Items", "members": {
           "Items": {"shape": "Numbers"}}},
         "Output": {"type": "structure", "members": {
           "Status": {"shape": "Long", "location": "statusCode"},
           "Flag": {"shape": "Boolean", "location": "header", "locationName": "X-Flag"},
           "Long": {"shape": "Long", "location": "header", "locationName": "X-Long"},
           "Number": {"shape": "Number", "location": "header", "locationName": "X-Number"},
           "Time": {"shape": "Time", "location": "header", "locationName": "X-Time"},
           "Bytes": {"shape": "Blob", "location": "header", "locationName": "X-Bytes"},
           "Numbers": {"shape": "Numbers", "location": "header", "locationName": "X-Numbers"},
           "Texts": {"shape": "Texts", "location": "header", "locationName": "X-Texts"},
           "Json": {"shape": "Text", "location": "header", "locationName": "X-Json", "jsonvalue": true},
           "Meta": {"shape": "TextMap", "location": "headers", "locationName": "X-Meta-"},
           "Body": {"shape": "Text"}}},
         "BareOutput": {"type": "structure", "members": {
           "Text": {"shape": "Text", "location": "header", "locationName": "X-Text"}}},
         "Sorry": {"type": "structure", "exception": true, "members": {
           "message": {"shape": "Text"},
           "After": {"shape": "Long", "location": "header", "locationName": "Retry-After"},
           "Status": {"shape": "Long", "location": "statusCode"}}},
         "Texts": {"type": "list", "member": {"shape": "Text"}},
         "Long": {"type": "long"}, "Text": {"type": "string"}, "Boolean": {"type": "boolean"}, "Blob": {"type": "blob"},
         "Number": {"type": "float"}, "Time": {"type": "timestamp"},
         "Booleans": {"type": "list", "member": {"shape": "Boolean"}},
         "Numbers": {"type": "list", "member": {"shape": "Number"}},
         "Times": {"type": "list", "member": {"shape": "Time"}},
         "TextMap": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Text"}}}}
      """;

  private MadeUpRest() {}

  /** Writes the model into an empty folder and creates a client for it. */
  static Client client(Path models, HttpTransport transport, Consumer<ClientConfig.Builder> options)
      throws IOException {
    Path folder = Files.createDirectories(models.resolve("rest").resolve("2026-01-01"));
    Files.writeString(folder.resolve("service-2.json"), MODEL);
    return Sessions.with(transport).dataPath(models).build().client("rest", options);
  }
}
