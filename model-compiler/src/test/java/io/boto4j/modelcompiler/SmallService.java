package io.boto4j.modelcompiler;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.model.pack.ClassPathPacks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A service with a shape of every kind, and ways to read it from JSON and from a pack. */
final class SmallService {
  private static final String PACK = "META-INF/boto4j/models/small.pack";

  static final String JSON =
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
         "Same": {"type": "structure", "exception": true, "error": {"code": "WorseCode"},
           "members": {}},
         "All": {"type": "structure", "required": ["Text", "List"],
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

  private SmallService() {}

  /** Reads a service from a folder in botocore's layout that holds this file among others. */
  static ServiceModel fromJson(Path folder, String service) {
    write(folder, "small/2026-01-01/service-2.json", service);
    return ModelLoader.of(List.of(folder)).find("small");
  }

  static ServiceModel fromPack(byte[] pack) {
    return fromResources(Map.of(PACK, pack));
  }

  static ServiceModel fromPack(byte[] pack, long dictionary, byte[] dictionaryPack) {
    return fromResources(
        Map.of(PACK, pack, ClassPathPacks.dictionaryResource(dictionary), dictionaryPack));
  }

  private static ServiceModel fromResources(Map<String, byte[]> resources) {
    return ModelLoader.of(List.of(), new InMemory(resources)).find("small");
  }

  static void write(Path folder, String file, String content) {
    Path path = folder.resolve(file);
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns everything that a model holds, in an order that does not depend on its source. */
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
    model.shapeNames().stream().sorted().forEach(name -> shape(model, name, text));
    return text.toString();
  }

  private static void shape(ServiceModel model, String name, StringBuilder text) {
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
  }

  private static void member(Member member, StringBuilder text) {
    text.append(' ');
    if (member != null) {
      text.append(member.name()).append(':').append(member.shape().name()).append(member.traits());
    }
  }

  /** A class loader that finds the packs in memory. */
  private static final class InMemory extends ClassLoader {
    private final Map<String, byte[]> resources;

    InMemory(Map<String, byte[]> resources) {
      super(ClassLoader.getPlatformClassLoader());
      this.resources = resources;
    }

    @Override
    public URL getResource(String name) {
      byte[] content = resources.get(name);
      if (content == null) {
        return null;
      }
      try {
        return new URL(null, "memory:" + name, new Handler(content));
      } catch (MalformedURLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final class Handler extends URLStreamHandler {
    private final byte[] content;

    Handler(byte[] content) {
      this.content = content;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(content);
        }
      };
    }
  }
}
