package io.boto4j.model;

import io.boto4j.model.pack.ClassPathPacks;
import io.boto4j.model.smithy.SmithyService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of services by their ids in Smithy models. boto3's name of {@code API Gateway} is
 * {@code apigateway}, that of {@code Application Signals} follows the rule: {@code
 * application-signals}. The packs have the exceptions. Thread-safe.
 */
final class SmithyNames {
  private final ClassPathPacks packs;

  /** Created on first use; threads that race may each create one. */
  private volatile @Nullable Map<String, String> exceptions;

  SmithyNames(ClassPathPacks packs) {
    this.packs = packs;
  }

  /** Returns the name of the service with an id, such as {@code API Gateway}. */
  String ofId(String serviceId) {
    return ofFolder(SmithyService.folder(serviceId));
  }

  /** Returns the name of the service in a folder of AWS's repository, such as api-gateway. */
  String ofFolder(String folder) {
    return exceptions().getOrDefault(folder, folder);
  }

  /** Returns the folders that a service may have in AWS's repository. */
  List<String> foldersOf(String service) {
    List<String> folders = new ArrayList<>();
    for (Map.Entry<String, String> exception : exceptions().entrySet()) {
      if (exception.getValue().equals(service)) {
        folders.add(exception.getKey());
      }
    }
    if (!exceptions().containsKey(service)) {
      folders.add(service);
    }
    return folders;
  }

  /** Returns boto3's names by the folder in AWS's repository, where they differ. */
  private Map<String, String> exceptions() {
    Map<String, String> created = exceptions;
    if (created == null) {
      created = new HashMap<>();
      for (Map.Entry<String, Object> each : packs.root("service-names").entrySet()) {
        created.put(SmithyService.folder(each.getKey()), String.valueOf(each.getValue()));
      }
      exceptions = created;
    }
    return created;
  }
}
