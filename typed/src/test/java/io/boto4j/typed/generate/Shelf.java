package io.boto4j.typed.generate;

import io.boto4j.model.ModelLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A made-up service in a folder of models. */
final class Shelf {
  /** Two operations, and one of everything that generated sources have. */
  static final String MODEL =
      """
      {
        "metadata": {"apiVersion": "2026-01-01", "serviceId": "Shelf", "protocol": "json",
          "jsonVersion": "1.1", "targetPrefix": "Shelf", "endpointPrefix": "shelf",
          "signatureVersion": "v4", "serviceFullName": "A Shelf"},
        "documentation": "<p>Keeps books.</p>",
        "operations": {
          "PutBook": {"name": "PutBook", "http": {"method": "POST", "requestUri": "/"},
            "input": {"shape": "PutBookInput"}, "output": {"shape": "PutBookOutput"},
            "documentation": "<p>Puts a book on the shelf.</p>"},
          "ListBooks": {"name": "ListBooks", "http": {"method": "POST", "requestUri": "/"},
            "input": {"shape": "ListBooksInput"}, "output": {"shape": "ListBooksOutput"}},
          "Dust": {"name": "Dust", "http": {"method": "POST", "requestUri": "/"}}
        },
        "shapes": {
          "PutBookInput": {"type": "structure", "required": ["Book"],
            "members": {"Book": {"shape": "Book"}, "Force": {"shape": "Flag"}}},
          "PutBookOutput": {"type": "structure", "members": {"BookARN": {"shape": "Text"}}},
          "ListBooksInput": {"type": "structure",
            "members": {"Genres": {"shape": "Genres"}, "NextToken": {"shape": "Text"}}},
          "ListBooksOutput": {"type": "structure",
            "members": {"Books": {"shape": "Books"}, "NextToken": {"shape": "Text"}}},
          "Book": {"type": "structure", "required": ["Title"], "documentation": "<p>A book.</p>",
            "members": {
              "Title": {"shape": "Text", "documentation": "<p>The title on the spine.</p>"},
              "Genre": {"shape": "Genre"}, "Pages": {"shape": "Number"},
              "Sold": {"shape": "Time"}, "Sequels": {"shape": "Books"},
              "Notes": {"shape": "Notes"}}},
          "Books": {"type": "list", "member": {"shape": "Book"}},
          "Genres": {"type": "list", "member": {"shape": "Genre"}},
          "Notes": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Text"}},
          "Genre": {"type": "string", "enum": ["crime", "science-fiction"]},
          "Unused": {"type": "structure", "members": {"A": {"shape": "Text"}}},
          "Text": {"type": "string"}, "Flag": {"type": "boolean"}, "Number": {"type": "integer"},
          "Time": {"type": "timestamp"}
        }
      }
      """;

  private static final String PAGINATORS =
      """
      {"pagination": {"ListBooks": {"input_token": "NextToken", "output_token": "NextToken",
        "result_key": "Books"}}}
      """;

  private Shelf() {}

  /** Writes a model of the service, and returns a loader of it and the built-in models. */
  static ModelLoader in(Path folder, String model) throws IOException {
    Path version = Files.createDirectories(folder.resolve("shelf").resolve("2026-01-01"));
    Files.writeString(version.resolve("service-2.json"), model);
    Files.writeString(version.resolve("paginators-1.json"), PAGINATORS);
    return ModelLoader.of(List.of(folder));
  }

  /** A choice of operations of the service; of all if none is given. */
  static Choice choice(String... operations) {
    return new Choice("shelf", List.of(operations), operations.length == 0, "", "com.acme.shelf");
  }
}
