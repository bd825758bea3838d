package io.boto4j;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** An invented service in botocore's layout, with features that are rare in JSON services. */
@SuppressWarnings("boto4j") // models that the test writes
final class MadeUpService {
  static final String NAME = "madeup";
  static final String VERSION = "2026-01-01";

  private static final String MODEL =
      """
      {"version": "2.0",
       "metadata": {"apiVersion": "VERSION", "endpointPrefix": "made-up", "protocol": "json",
         "jsonVersion": "1.1", "targetPrefix": "MadeUp", "serviceId": "Made Up",
         "signatureVersion": "v4", "signingName": "made-up"},
       "operations": {
         "Echo": {"name": "Echo", "http": {"method": "POST", "requestUri": "/"},
           "input": {"shape": "Everything"}, "output": {"shape": "Everything"},
           "errors": [{"shape": "Sorry"}]},
         "Nothing": {"name": "Nothing", "http": {"method": "POST", "requestUri": "/"}},
         "InHost": {"name": "InHost", "http": {"method": "POST", "requestUri": "/"},
           "input": {"shape": "Hosted"}, "endpoint": {"hostPrefix": "{Account}.data-"}}},
       "shapes": {
         "Everything": {"type": "structure", "members": {
           "Text": {"shape": "Text"}, "Integer": {"shape": "Integer"}, "Long": {"shape": "Long"},
           "BigInteger": {"shape": "BigInteger"}, "Float": {"shape": "Float"},
           "Double": {"shape": "Double"}, "BigDecimal": {"shape": "BigDecimal"},
           "Boolean": {"shape": "Boolean"}, "Time": {"shape": "Time"},
           "IsoTime": {"shape": "IsoTime"}, "HttpTime": {"shape": "HttpTime"},
           "Blob": {"shape": "Blob"}, "List": {"shape": "List"}, "Map": {"shape": "Map"},
           "Self": {"shape": "Everything"}, "Union": {"shape": "Union"},
           "Document": {"shape": "Document"}, "Password": {"shape": "Password"},
           "Passwords": {"shape": "Passwords"}, "ByName": {"shape": "PasswordMap"},
           "Keys": {"shape": "Keys"}, "Hidden": {"shape": "Hidden"},
           "Renamed": {"shape": "Text", "locationName": "re-named"}}},
         "Hosted": {"type": "structure", "required": ["Account"], "members": {
           "Account": {"shape": "Text", "hostLabel": true}}},
         "Sorry": {"type": "structure", "exception": true, "members": {
           "message": {"shape": "Text"}, "Password": {"shape": "Password"},
           "Count": {"shape": "Integer"}}},
         "Union": {"type": "structure", "union": true, "members": {
           "One": {"shape": "Text"}, "Two": {"shape": "Integer"}}},
         "Hidden": {"type": "structure", "sensitive": true, "members": {"In": {"shape": "Text"}}},
         "Text": {"type": "string"}, "Integer": {"type": "integer"}, "Long": {"type": "long"},
         "BigInteger": {"type": "biginteger"}, "Float": {"type": "float"},
         "Double": {"type": "double"}, "BigDecimal": {"type": "bigdecimal"},
         "Boolean": {"type": "boolean"}, "Time": {"type": "timestamp"},
         "IsoTime": {"type": "timestamp", "timestampFormat": "iso8601"},
         "HttpTime": {"type": "timestamp", "timestampFormat": "rfc822"},
         "Blob": {"type": "blob"}, "List": {"type": "list", "member": {"shape": "Integer"}},
         "Map": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Everything"}},
         "Document": {"type": "structure", "members": {}, "document": true},
         "Password": {"type": "string", "sensitive": true},
         "Passwords": {"type": "list", "member": {"shape": "Password"}},
         "PasswordMap": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Password"}},
         "Keys": {"type": "map", "key": {"shape": "Password"}, "value": {"shape": "Text"}}}}
      """;

  private MadeUpService() {}

  static String model(String version) {
    return MODEL.replace("VERSION", version);
  }

  /** Writes the service into a folder of models and returns the folder. */
  static Path in(Path folder) {
    return write(folder, NAME, VERSION, model(VERSION), false);
  }

  static Path write(Path folder, String service, String version, String model, boolean zipped) {
    Path file =
        folder.resolve(service).resolve(version).resolve("service-2.json" + (zipped ? ".gz" : ""));
    try {
      Files.createDirectories(file.getParent());
      try (OutputStream out = Files.newOutputStream(file);
          OutputStream coded = zipped ? new GZIPOutputStream(out) : out) {
        coded.write(model.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  static Client client(Path folder, Recorder recorder) {
    return Sessions.with(recorder).dataPath(in(folder)).build().client(NAME);
  }
}
