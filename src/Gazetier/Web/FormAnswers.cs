using Gazetier.Locales;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Web;

/// <summary>How a page answers a form that is not right.</summary>
public static class FormAnswers
{
    /// <summary>The page again, with what is to be corrected.</summary>
    /// <param name="status">422, or 429 where it is one time too many.</param>
    public static PageResult Refused(this PageModel page, int status = StatusCodes.Status422UnprocessableEntity)
    {
        page.Response.StatusCode = status;
        return page.Page();
    }

    /// <summary>The page again, with one thing that is to be corrected.</summary>
    /// <param name="field">Name of the field as it stands in the form.</param>
    public static PageResult Refused(this PageModel page, string field, string sentence, int status = StatusCodes.Status422UnprocessableEntity)
    {
        page.ModelState.AddModelError(field, sentence);
        return page.Refused(status);
    }

    /// <summary>Says that a text is too long, by how much, where it is.</summary>
    /// <param name="field">Name of the field as it stands in the form.</param>
    /// <param name="longest">Signs that it may have.</param>
    public static void Limit(this ModelStateDictionary state, string field, string? text, int longest, Phrases t)
    {
        if (text?.Length > longest)
        {
            state.AddModelError(field, t["{0} signes au plus, ici {1}.", longest, text.Length]);
        }
    }

    /// <summary>Says that something is wrong, where it is.</summary>
    /// <param name="field">Name of the field as it stands in the form.</param>
    public static void Wrong(this ModelStateDictionary state, string field, bool isWrong, string sentence)
    {
        if (isWrong)
        {
            state.AddModelError(field, sentence);
        }
    }

    /// <summary>Reads a time as it is written on the newspaper's clock; says it where it is none.</summary>
    /// <param name="field">Name of the field as it stands in the form.</param>
    /// <param name="isNeeded">Whether it may not be left empty.</param>
    /// <returns>UTC; null where there is none.</returns>
    public static DateTime? Moment(this ModelStateDictionary state, string field, string? text, TimeZoneInfo zone, Phrases t, bool isNeeded = true)
    {
        state.Wrong(field, !LocalMoment.TryRead(text, zone, out var utc) || (isNeeded && utc is null), t["Écrivez une date et une heure, par exemple 2026-11-23 18:00."]);
        return utc;
    }

    /// <summary>The title, which says first that there is an error: it is what a screen reader reads first.</summary>
    public static string Titled(this PageModel page, Phrases t, string title) =>
        page.ModelState.ErrorCount == 0 ? title : t["Erreur : {0}", title];
}
