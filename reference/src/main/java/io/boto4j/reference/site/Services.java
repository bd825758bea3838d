package io.boto4j.reference.site;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The services of a site, with what was found out about the ones used last. Thread-safe. */
final class Services {
  /** The texts of a large service take several megabytes, so only a few are kept. */
  private static final int KEPT = 12;

  private final ModelLoader models;

  /** Guarded by itself. */
  private final Map<String, ServiceFacts> recent = new LinkedHashMap<>(KEPT * 2, 0.75f, true);

  Services(ModelLoader models) {
    this.models = models;
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    for (String name : models.services()) {
      if (Names.hasPage(name)) {
        names.add(name);
      }
    }
    return names;
  }

  ModelLoader models() {
    return models;
  }

  @Nullable ServiceFacts find(String name) {
    synchronized (recent) {
      ServiceFacts known = recent.get(name);
      if (known != null) {
        return known;
      }
    }
    ServiceModel model = Names.hasPage(name) ? models.find(name) : null;
    if (model == null || !model.name().equals(name)) {
      return null;
    }
    ServiceFacts facts = new ServiceFacts(model, models);
    synchronized (recent) {
      recent.put(name, facts);
      if (recent.size() > KEPT) {
        recent.remove(recent.keySet().iterator().next());
      }
    }
    return facts;
  }
}
