using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Authorization;

namespace Gazetier.Web;

/// <summary>
/// Authorises pages by where they lie: a page in a <c>Newsroom</c> folder is for staff, a page in a <c>Mine</c> folder
/// for who is signed in. A test lists any that is open.
/// </summary>
public class NewsroomIsForStaff : IPageApplicationModelConvention
{
    /// <summary>Names of the roles that may enter the newsroom; filled by the accounts feature.</summary>
    public const string StaffPolicy = "staff";

    public void Apply(PageApplicationModel model)
    {
        var folders = model.RelativePath.Split('/');
        if (folders.Contains("Newsroom", StringComparer.Ordinal))
        {
            model.Filters.Add(new AuthorizeFilter(StaffPolicy));
            model.EndpointMetadata.Add(new AuthorizeAttribute(StaffPolicy));
        }
        else if (folders.Contains("Mine", StringComparer.Ordinal))
        {
            model.EndpointMetadata.Add(new AuthorizeAttribute());
        }
    }
}
