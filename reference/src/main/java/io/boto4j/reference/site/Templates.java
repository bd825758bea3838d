package io.boto4j.reference.site;

import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.boto4j.reference.guide.Guide;
import io.boto4j.reference.template.JteguideGenerated;
import io.boto4j.reference.template.JteguidesGenerated;
import io.boto4j.reference.template.JtehomeGenerated;
import io.boto4j.reference.template.JtelayoutGenerated;
import io.boto4j.reference.template.JtenotfoundGenerated;
import io.boto4j.reference.template.JteoperationGenerated;
import io.boto4j.reference.template.JteserviceGenerated;
import io.boto4j.reference.template.JteshapeGenerated;
import io.boto4j.reference.view.Frame;
import io.boto4j.reference.view.HomeView;
import io.boto4j.reference.view.Link;
import io.boto4j.reference.view.LinkGroup;
import io.boto4j.reference.view.OperationView;
import io.boto4j.reference.view.ServiceView;
import io.boto4j.reference.view.ShapeView;
import java.util.List;
import java.util.function.Consumer;

/**
 * The templates, as methods.
 *
 * <p>The classes that jte generates are called directly, so the compiler checks the types of
 * parameters, and nothing is looked up by reflection when the first page is made.
 */
public final class Templates {
  private Templates() {}

  /**
   * Makes a page of any content.
   *
   * @param frame what surrounds the content
   * @param content the content of the element {@code main}
   * @return the page
   */
  public static Page page(Frame frame, Content content) {
    return render(out -> JtelayoutGenerated.render(out, null, frame, content));
  }

  static Page home(Frame frame, HomeView view) {
    return render(out -> JtehomeGenerated.render(out, null, frame, view));
  }

  static Page service(Frame frame, ServiceView view) {
    return render(out -> JteserviceGenerated.render(out, null, frame, view));
  }

  static Page operation(Frame frame, OperationView view) {
    return render(out -> JteoperationGenerated.render(out, null, frame, view));
  }

  static Page shape(Frame frame, ShapeView view) {
    return render(out -> JteshapeGenerated.render(out, null, frame, view));
  }

  static Page guide(Frame frame, Guide guide) {
    return render(out -> JteguideGenerated.render(out, null, frame, guide));
  }

  static Page guides(Frame frame, List<LinkGroup> groups) {
    return render(out -> JteguidesGenerated.render(out, null, frame, groups));
  }

  static Page notFound(Frame frame, List<Link> suggestions) {
    return render(out -> JtenotfoundGenerated.render(out, null, frame, suggestions));
  }

  private static Page render(Consumer<HtmlTemplateOutput> template) {
    StringOutput html = new StringOutput();
    template.accept(new OwaspHtmlTemplateOutput(html));
    return Page.html(html.toString());
  }
}
