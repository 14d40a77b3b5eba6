using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Gazetier.Web;

/// <summary>
/// A form for which its feature states no size takes a megabyte. Without it the page gets an empty form where the sent one
/// was too large, and answers as if nothing had been filled in.
/// </summary>
public class EveryFormIsLimited : IPageApplicationModelConvention
{
    /// <summary>Bytes: the largest text that such a page takes, with its accents written as a form writes them.</summary>
    public const long Largest = 1024 * 1024;

    public void Apply(PageApplicationModel model)
    {
        // A page that reads no form answers whatever was sent, be it that it was too large.
        if (!model.Filters.OfType<SmallForm>().Any() && !model.HandlerTypeAttributes.Any(attribute => attribute is RequestSizeLimitAttribute or NoFormAttribute))
        {
            model.Filters.Add(new SmallForm { Limit = Largest });
        }
    }
}
