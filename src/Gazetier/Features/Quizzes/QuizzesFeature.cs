using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Quizzes;

/// <summary>Quizzes: questions, explanations, a score (docs/decisions/0031).</summary>
public static class QuizzesFeature
{
    /// <summary>Bytes of a form: the longest paper, each sign of it escaped.</summary>
    private const long LargestForm = 512 * 1024;

    public static IServiceCollection AddQuizzes(this IServiceCollection services)
    {
        services.AddScoped<RecordResult>();
        services.Configure<RazorPagesOptions>(pages =>
            pages.Conventions.AddFolderApplicationModelConvention("/Quizzes", page => page.Filters.Add(new SmallForm { Limit = LargestForm })));
        return services;
    }
}
