using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gazetier.Web;

/// <summary>
/// One field of a form: label, hint, control, error, and the attributes that tie them together for a screen reader.
/// <c>&lt;field for="Email" label="@T["Adresse e-mail"]" type="email" autocomplete="username" required /&gt;</c>
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public class FieldTagHelper(HtmlEncoder encoder) : TagHelper
{
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    /// <summary>Name and id in the form, where it is not the property's own: "email". The property binds under the same name.</summary>
    public string? Name { get; set; }

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>text, email, password, search, number, tel; or "textarea".</summary>
    public string Type { get; set; } = "text";

    public bool Required { get; set; }

    public string? Autocomplete { get; set; }

    public int? Maxlength { get; set; }

    public int? Rows { get; set; }

    /// <summary>Distinguishes two forms of one page that have a field of the same name.</summary>
    public string? Prefix { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = Name ?? For.Name;
        var id = (Prefix ?? "") + name.Replace('.', '-');
        var state = ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) ? entry : null;
        var error = state?.Errors.Count > 0 ? state.Errors[0].ErrorMessage : null;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "field" : "field invalid");

        var hint = Hint is null ? "" : $"<span class=\"hint\" id=\"{id}-aide\">{encoder.Encode(Hint)}</span>";
        output.Content.AppendHtml($"<label for=\"{id}\">{encoder.Encode(Label)}{hint}</label>");
        output.Content.AppendHtml(Control(id, name, state?.AttemptedValue ?? For.Model?.ToString(), error is not null));
        if (error is not null)
        {
            output.Content.AppendHtml($"<p class=\"error\" id=\"{id}-erreur\">{encoder.Encode(error)}</p>");
        }
    }

    private TagBuilder Control(string id, string name, string? value, bool isWrong)
    {
        var isArea = Type == "textarea";
        var control = new TagBuilder(isArea ? "textarea" : "input")
        {
            TagRenderMode = isArea ? TagRenderMode.Normal : TagRenderMode.SelfClosing,
        };
        Set(control, "id", id);
        Set(control, "name", name);
        Set(control, "autocomplete", Autocomplete);
        Set(control, "maxlength", Maxlength?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Set(control, "required", Required ? "required" : null);
        Set(control, "aria-invalid", isWrong ? "true" : null);
        var described = string.Join(' ', new[] { Hint is null ? null : $"{id}-aide", isWrong ? $"{id}-erreur" : null }.Where(part => part is not null));
        Set(control, "aria-describedby", described.Length == 0 ? null : described);
        if (isArea)
        {
            Set(control, "rows", (Rows ?? 6).ToString(System.Globalization.CultureInfo.InvariantCulture));
            control.InnerHtml.Append(value ?? "");
        }
        else
        {
            Set(control, "type", Type);
            // A password never travels back to the page.
            Set(control, "value", Type == "password" ? null : value);
        }

        return control;
    }

    private static void Set(TagBuilder tag, string attribute, string? value)
    {
        if (value is not null)
        {
            tag.Attributes[attribute] = value;
        }
    }
}
