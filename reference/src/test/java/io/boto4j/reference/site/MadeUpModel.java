package io.boto4j.reference.site;

import io.boto4j.model.ModelLoader;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A service whose names and texts try to become markup, scripts and other paths. */
public final class MadeUpModel {
  /** The name of the service. */
  public static final String SERVICE = "madeup";

  private static final String TEXT =
      "<p>Text</p><script>alert(1)</script></details></ul></main><img src=x onerror=alert(1)>"
          + "<a href='javascript:alert(1)'>click</a><a href='java\\tscript:alert(1)'>click</a>"
          + "<svg onload=alert(1)><iframe src='//example.com'></iframe><style>*{display:none}</style>";

  private MadeUpModel() {}

  /**
   * Writes the model to a folder.
   *
   * @param folder the folder
   * @return a loader of this model alone
   */
  public static ModelLoader in(Path folder) throws IOException {
    Path version = Files.createDirectories(folder.resolve(SERVICE).resolve("2020-01-01"));
    Files.writeString(version.resolve("service-2.json"), service());
    Files.writeString(version.resolve("waiters-2.json"), waiters());
    Files.writeString(version.resolve("paginators-1.json"), paginators());
    return ModelLoader.of(List.of(folder), new URLClassLoader(new URL[0], null));
  }

  private static String service() {
    return """
        {
          "version": "2.0",
          "metadata": {
            "apiVersion": "2020-01-01", "endpointPrefix": "made<up>", "protocol": "json",
            "serviceFullName": "Made <script>alert(1)</script> up", "serviceId": "\\"><img onerror=x>",
            "signatureVersion": "v4", "uid": "../../evil", "signingName": "' onmouseover='x"
          },
          "documentation": "TEXT",
          "operations": {
            "GetThing": {
              "name": "GetThing", "http": {"method": "POST", "requestUri": "/<b>{x}"},
              "input": {"shape": "Request"}, "output": {"shape": "Response"},
              "errors": [{"shape": "Bad"}, {"shape": "../Worse"}],
              "documentation": "TEXT"
            },
            "List<script>Things": {
              "name": "List<script>Things", "http": {"method": "POST", "requestUri": "/"},
              "input": {"shape": "Request"}, "documentation": "TEXT"
            },
            "..": {"name": "..", "http": {"method": "GET", "requestUri": "/"}},
            "ListThings": {"name": "ListThings", "http": {"method": "GET", "requestUri": "/"}}
          },
          "shapes": {
            "Request": {
              "type": "structure", "required": ["\\"><img src=x onerror=alert(1)>"],
              "documentation": "TEXT",
              "members": {
                "\\"><img src=x onerror=alert(1)>": {"shape": "Text", "documentation": "TEXT"},
                "javascript:alert(1)": {"shape": "Things", "documentation": "TEXT"},
                "Choice": {"shape": "Choice", "documentation": "TEXT"},
                "Header": {"shape": "Text", "location": "header", "locationName": "x\\"><script>"}
              }
            },
            "Response": {
              "type": "structure",
              "members": {"Thing": {"shape": "Thing"}, "Map": {"shape": "ThingMap"}}
            },
            "Thing": {
              "type": "structure", "documentation": "TEXT",
              "members": {"Self": {"shape": "Thing"}, "Selves": {"shape": "Things"},
                "Text": {"shape": "Text"}, "Worse": {"shape": "../Worse"}}
            },
            "Things": {"type": "list", "member": {"shape": "Thing"}, "min": 1, "max": 9},
            "ThingMap": {"type": "map", "key": {"shape": "Choice"}, "value": {"shape": "Thing"}},
            "Text": {"type": "string", "min": 1, "max": 2, "pattern": "</code><script>alert(1)"},
            "Choice": {"type": "string", "enum": ["A", "</details>", "\\" onclick=\\"alert(1)"]},
            "Bad": {"type": "structure", "exception": true, "documentation": "TEXT",
              "error": {"code": "<i>Bad</i>", "httpStatusCode": 404}, "members": {}},
            "../Worse": {"type": "structure", "exception": true,
              "members": {"Message": {"shape": "Text"}}}
          }
        }
        """
        .replace("TEXT", TEXT);
  }

  private static String waiters() {
    return """
        {"version": 2, "waiters": {"Thing\\"><script>": {"operation": "GetThing", "delay": 1,
          "maxAttempts": 2, "acceptors": [{"state": "success\\" onclick=\\"x", "matcher": "path",
          "argument": "</code><script>", "expected": "<b>"}]}}}
        """;
  }

  private static String paginators() {
    return """
        {"pagination": {"ListThings": {"input_token": "<script>", "output_token": ["a", "<b>"],
          "result_key": "Things"}}}
        """;
  }
}
