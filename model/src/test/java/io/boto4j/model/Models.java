package io.boto4j.model;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A small service, and a way to write it into a folder. */
final class Models {
  static final String ENDPOINTS =
      """
      {"partitions": [
        {"partition": "aws", "services": {"small": {"partitionEndpoint": "aws-global",
          "endpoints": {"eu-west-1": {"credentialScope": {"region": "eu-west-1"}}}}}},
        {"partition": "aws-cn", "services": {"small": {"endpoints": {"cn-north-1": {}}}}}]}
      """;

  static final String SERVICE =
      """
      {"version": "2.0", "documentation": "<p>Small.</p>",
       "metadata": {"apiVersion": "2026-01-01", "endpointPrefix": "small", "protocol": "json",
         "serviceId": "Small", "number": 12345678901, "fraction": 1.5, "list": [1, null, {"a": []}]},
       "clientContextParams": {"Flag": {"type": "boolean"}},
       "operations": {
         "Do": {"name": "Do", "http": {"method": "PUT", "requestUri": "/{Id}", "responseCode": 202},
           "documentation": "Does.",
           "input": {"shape": "All", "locationName": "Wrapped"}, "output": {"shape": "Leaf"},
           "errors": [{"shape": "Bad"}, {"shape": "Worse"}], "idempotent": true},
         "Rest": {"name": "Rest"}},
       "shapes": {
         "All": {"type": "structure", "required": ["Text", "List"], "documentation": "All of it.",
           "members": {
             "Text": {"shape": "Text", "documentation": "A text.", "idempotencyToken": true},
             "List": {"shape": "List", "locationName": "list"}, "Map": {"shape": "Map"},
             "Self": {"shape": "All"}, "Number": {"shape": "Long", "box": true},
             "Time": {"shape": "Time", "timestampFormat": "iso8601"}, "Doc": {"shape": "Doc"}}},
         "Leaf": {"type": "structure", "members": {}},
         "Bad": {"type": "structure", "exception": true, "members": {"message": {"shape": "Text"}}},
         "Worse": {"type": "structure", "exception": true, "error": {"code": "WorseCode"},
           "members": {}},
         "Text": {"type": "string", "min": 1, "max": 10, "enum": ["A", "B"], "sensitive": true},
         "List": {"type": "list", "member": {"shape": "All", "locationName": "item"},
           "flattened": true},
         "Map": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "List"}},
         "Long": {"type": "long", "min": -9223372036854775808},
         "Time": {"type": "timestamp"}, "Doc": {"type": "structure", "members": {}, "document": true},
         "Alone": {"type": "double"}}}
      """;

  private Models() {}

  /** Writes a file into a folder of models, compressed if its name ends in {@code .gz}. */
  static void write(Path folder, String file, String content) {
    Path path = folder.resolve(file);
    try {
      Files.createDirectories(path.getParent());
      try (OutputStream plain = Files.newOutputStream(path);
          OutputStream out = file.endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
        out.write(content.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns everything in a model as text. */
  static String describe(ServiceModel model) {
    StringBuilder text = new StringBuilder();
    text.append(model.metadata()).append('\n').append(model.traits()).append('\n');
    for (String name : model.operationNames()) {
      OperationModel operation = model.operation(name);
      text.append(name).append(operation.http()).append(operation.traits());
      member(operation.inputMember(), text);
      member(operation.outputMember(), text);
      operation.errorMembers().forEach(error -> member(error, text));
      text.append('\n');
    }
    model.shapeNames().stream()
        .sorted()
        .forEach(
            name -> {
              Shape shape = model.findShape(name);
              text.append(shape).append(shape.traits());
              if (shape instanceof StructureShape structure) {
                structure.members().forEach(member -> member(member, text));
                for (int i = 0; i < structure.requiredCount(); i++) {
                  text.append(" !").append(structure.requiredIndex(i));
                }
              } else if (shape instanceof ListShape list) {
                member(list.element(), text);
              } else if (shape instanceof MapShape map) {
                member(map.key(), text);
                member(map.value(), text);
              }
              StructureShape error = model.errorShape(name);
              text.append(error == null ? "" : " error " + error.name()).append('\n');
            });
    return text.toString();
  }

  private static void member(Member member, StringBuilder text) {
    text.append(' ');
    if (member != null) {
      text.append(member.name()).append(':').append(member.shape().name()).append(member.traits());
    }
  }
}
